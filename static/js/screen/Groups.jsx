// @ts-check
/** While groups work: what they do, how long still, and at which step they should be. */
import { Html } from '../shared/Html.jsx';
import { Timer } from '../shared/Timer.jsx';
import { _, ngettext } from '../i18n.js';

const LONG = 420; // characters: a longer case is on the phones; the wall shows only who is at work

/** @param {{task: any, run: any, groups: {id: string, n: number}[]}} props */
export function Groups({ task, run, groups }) {
  const people = groups.reduce((sum, group) => sum + group.n, 0);
  const prompt = task?.prompt ?? '';
  const steps = task?.steps ?? [];
  return (
    <div class="hall hall-two">
      <div class="stack-wide">
        <p class="hall-big"><Timer endsAt={run?.ends_at} left={run?.phase === 'paused' ? (run.left ?? 0) : undefined} /></p>
        <p class="hall-lead">{ngettext('{n} group at work', '{n} groups at work', groups.length)} · {ngettext('{n} person', '{n} people', people)}</p>
        {prompt.length <= LONG ? <Html class="ask small-ask" html={prompt} /> : null}
      </div>
      {steps.length ? (
        <ol class="hall-steps">
          {steps.map((/** @type {{seconds: number, html: string}} */ step, /** @type {number} */ place) => (
            <li class="hall-choice" key={place}>
              <b>{place + 1}</b><Html as="span" class="grow" html={step.html} /><span class="soft num nowrap">{_('{n} min', { n: Math.round(step.seconds / 60) })}</span>
            </li>
          ))}
        </ol>
      ) : (
        <ul class="hall-groups">{groups.map((group) => <li class="hall-choice" key={group.id}><span class="grow">{_('Group {n}', { n: group.id.replace(/^\D+/, '') })}</span><span class="soft num">{group.n}</span></li>)}</ul>
      )}
    </div>
  );
}
