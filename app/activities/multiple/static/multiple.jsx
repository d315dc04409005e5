// @ts-check
/** Any number of choices from a list, several of them right. */
import { _ } from '../../../../static/js/i18n.js';
import { Choice } from '../../../../static/js/shared/Choice.jsx';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';
import { Why } from '../../../../static/js/shared/Why.jsx';

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, draft, open, until }) {
  const chosen = /** @type {string[]} */ (cells[''] ?? []);
  const tap = (/** @type {string} */ t) => draft('', chosen.includes(t) ? chosen.filter((one) => one !== t) : [...chosen, t]);
  return (
    <>
      <Prompt html={task.prompt} />
      <p class="soft small">{_('Choose all that are right.')}</p>
      <div role="group" aria-label={_('Choose all that are right.')}>
        {task.options.map((/** @type {any} */ option) => (
          <Choice key={option.t} many name={run} html={option.html} checked={chosen.includes(option.t)} disabled={!open} onPick={() => tap(option.t)} />
        ))}
      </div>
      <Send state={states['']} ready={chosen.length > 0} missing={_('Choose at least one')} until={until} open={open} onSend={() => put('', chosen)} />
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const chosen = /** @type {string[] | null} */ (mine['']) ?? [];
  const right = /** @type {string[]} */ (solution?.right ?? []);
  const html = (/** @type {string} */ t) => task.options.find((/** @type {any} */ option) => option.t === t)?.html;
  const same = chosen.length === right.length && chosen.every((t) => right.includes(t));
  const feedback = chosen.map((t) => solution?.feedback?.[t]).filter(Boolean).join('');
  return (
    <>
      <Prompt html={task.prompt} />
      {solution ? (
        <Why
          right={right.length ? <Html as="span" html={right.map(html).join(' · ')} /> : null}
          isRight={chosen.length ? same : null} said={<Html as="span" html={chosen.map(html).join(' · ')} />}
          feedback={feedback} explain={solution.explain} model={solution.model}
        />
      ) : null}
      <Split of={tally?.n} rows={task.options.map((/** @type {any} */ { t, html: words }) => ({ html: words, n: tally ? tally.counts[t] ?? 0 : null, right: right.includes(t), own: chosen.includes(t) }))} />
    </>
  );
}
