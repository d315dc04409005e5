// @ts-check
/** One choice from a list, one of them right. */
import { _ } from '../../../../static/js/i18n.js';
import { Choice } from '../../../../static/js/shared/Choice.jsx';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';
import { Why } from '../../../../static/js/shared/Why.jsx';

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, draft, open, until }) {
  const chosen = cells[''];
  return (
    <>
      <Prompt html={task.prompt} />
      <div role="radiogroup" aria-label={_('Choose one')}>
        {task.options.map((/** @type {any} */ option) => (
          <Choice key={option.t} name={run} html={option.html} checked={chosen === option.t} disabled={!open} onPick={() => draft('', option.t)} />
        ))}
      </div>
      <Send state={states['']} ready={chosen != null} missing={_('Choose an answer')} until={until} open={open} onSend={() => put('', chosen)} />
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const chosen = mine[''];
  const right = solution?.right ?? [];
  const html = (/** @type {string} */ t) => task.options.find((/** @type {any} */ option) => option.t === t)?.html;
  return (
    <>
      <Prompt html={task.prompt} />
      {solution ? (
        <Why
          right={right.length ? <Html as="span" html={right.map(html).join(' · ')} /> : null}
          isRight={chosen == null ? null : right.includes(chosen)}
          said={<Html as="span" html={html(chosen)} />}
          feedback={solution.feedback?.[chosen]} explain={solution.explain} model={solution.model}
        />
      ) : null}
      <Split of={tally?.n} rows={task.options.map((/** @type {any} */ { t, html: words }) => ({ html: words, n: tally ? tally.counts[t] ?? 0 : null, right: right.includes(t), own: chosen === t }))} />
    </>
  );
}
