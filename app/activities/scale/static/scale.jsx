// @ts-check
/** How far one agrees: for each statement one tap between two ends. */
import { useContext } from 'preact/hooks';
import { _ } from '../../../../static/js/i18n.js';
import { Choice } from '../../../../static/js/shared/Choice.jsx';
import { Dock, Place } from '../../../../static/js/shared/Dock.jsx';
import { Html, plain } from '../../../../static/js/shared/Html.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { State, worst } from '../../../../static/js/shared/State.jsx';
import { Ends, Spread } from './spread.jsx';

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, open }) {
  const place = useContext(Place);
  const n = task.statements.length;
  const k = task.statements.filter((/** @type {any} */ { key }) => cells[key] != null).length;
  const word = worst(states);
  const shown = word && !['received', 'late'].includes(word.state) ? <State {...word} /> : null;
  return (
    <>
      <Prompt html={task.prompt} />
      {task.statements.map((/** @type {any} */ { key, html }) => (
        <fieldset key={key} class="field scale">
          <legend class="field-name"><Html as="span" html={html} /></legend>
          <div class="segment">
            {task.steps.map((/** @type {number} */ step, /** @type {number} */ at) => (
              <Choice key={step} name={`${run}-${key}`} checked={cells[key] === step} disabled={!open} onPick={() => put(key, step)}>
                {step}<End task={task} at={at} />
              </Choice>
            ))}
          </div>
          <Ends task={task} />
        </fieldset>
      ))}
      {place.inline ? shown : (
        <Dock state={shown}>
          <p class="dock-word grow">
            {!open ? _('Closed. You can read, not change it.')
              : k === 0 ? _('Tap a number in each row. It goes by itself.')
              : k < n ? _('{k} of {n} rows done. It goes by itself.', { k, n })
              : word?.state === 'received' ? _('All rows done, and all has arrived.') : _('All rows done.')}
          </p>
          {k === n && open ? place.after : null}
        </Dock>
      )}
    </>
  );
}

/** The words of an end, for those who hear the number alone. @param {{task: any, at: number}} props */
const End = ({ task, at }) => {
  const words = at === 0 ? task.ends[0] : at === task.steps.length - 1 ? task.ends[1] : '';
  return words ? <span class="unseen"> {plain(words)}</span> : null;
};

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export const Review = ({ task, mine, tally, solution }) => (
  <>
    <Prompt html={task.prompt} />
    <Spread task={task} tally={tally} mine={mine} />
    {solution?.explain ? <Html class="read" html={solution.explain} /> : null}
  </>
);
