// @ts-check
/** While groups work: how long still, what they do, and at which step they should be. */
import { Html } from '../shared/Html.jsx';
import { stepAt } from '../shared/step-at.js';
import { Timer } from '../shared/Timer.jsx';
import { useLeft } from '../shared/use-left.js';
import { now } from '../live/clock.js';
import { _, ngettext } from '../i18n.js';

const LONG = 420; // characters: a longer case is on the phones; the wall shows only who is at work

/** @param {{task: any, run: any, groups: {id: string, n: number}[], round?: {step: number}|null}} props */
export function Groups({ task, run, groups, round }) {
  const people = groups.reduce((sum, group) => sum + group.n, 0);
  const prompt = task?.prompt ?? '';
  return (
    <div class="hall hall-two">
      <div class="stack-wide">
        <p class="hall-big"><Timer endsAt={run.ends_at} left={run.phase === 'paused' ? (run.left ?? 0) : undefined} /></p>
        <p class="hall-lead">{ngettext('{n} group at work', '{n} groups at work', groups.length)} · {ngettext('{n} person', '{n} people', people)}</p>
        {prompt.length <= LONG ? <Html class="ask small-ask" html={prompt} /> : null}
      </div>
      {task?.steps?.length ? <Step steps={task.steps} whole={task.seconds} run={run} at={round?.step} /> : null}
    </div>
  );
}

/** The present step, and what comes after it; `at` in a pattern. @param {{steps: {seconds: number, html: string}[], whole: number, run: any, at?: number}} props */
function Step({ steps, whole, run, at = undefined }) {
  const left = useLeft(run.ends_at, run.phase === 'paused' ? (run.left ?? 0) : null);
  const gone = (now() - Date.parse(run.opened_at)) / 1000 - (run.paused_s ?? 0);
  const here = at ?? stepAt(steps, { whole, left, gone }).at;
  return (
    <div class="stack-wide">
      <p class="hall-lead soft">{_('Step {n} of {m}', { n: here + 1, m: steps.length })}</p>
      <Html class="hall-step" html={steps[here].html} />
      {steps[here + 1] ? <div class="hall-choice soft"><span>{_('then')}</span><Html as="span" html={steps[here + 1].html} /></div> : null}
    </div>
  );
}
