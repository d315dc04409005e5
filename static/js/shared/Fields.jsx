// @ts-check
/** A form: the fields of a worksheet, a plan or a reflection, to write and afterwards to read. */
import { _ } from '../i18n.js';
import { Field, Value, has, textOf } from './Field.jsx';
import { Html } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { Note } from './Note.jsx';

const FILES = ['photo', 'voice']; // not every phone can: nobody waits for them

/** @param {any} props  those of a Trainee face */
export function Fields({ task, cells, states, typing, ...rest }) {
  return (
    <div>
      {task.fields.map((/** @type {any} */ field) => (
        <Field key={field.key} value={cells[field.key]} state={states[field.key]} writer={typing?.[field.key]} {...{ field, cells, states, typing }} {...rest} />
      ))}
    </div>
  );
}

/** "3 of 8". @param {any} task @param {{[cell: string]: any}} cells @param {any} [sheet] */
export function filledOf(task, cells, sheet) {
  const fields = task.fields.filter((/** @type {any} */ field) => !FILES.includes(field.field));
  return { k: fields.filter((/** @type {any} */ { key }) => has(key, cells, sheet)).length, n: fields.length };
}

/** What was written, beside what was expected and the model answer. @param {any} props  those of a Review face */
export function Written({ task, mine = {}, solution }) {
  const expected = solution?.expected ?? {};
  return (
    <div class="stack">
      <dl class="stack">
        {task.fields.map((/** @type {any} */ field) => (
          <div key={field.key}>
            <dt class="small soft"><b><Html as="span" html={field.html} /></b></dt>
            <dd class="read kept">{has(field.key, mine) ? <Value field={field} cells={mine} /> : <span class="soft">{_('Left empty')}</span>}</dd>
            {field.key in expected
              ? <dd class={`state${expected[field.key] === mine[field.key] ? ' state-received' : ''}`}>{expected[field.key] === mine[field.key] ? <Icon name="tick" /> : null}<span>{_('Worked out: {number}', { number: textOf(expected[field.key], field) })}</span></dd>
              : null}
          </div>
        ))}
      </dl>
      {solution?.model ? <Note look="good" level="h2" head={_('Model answer')}><Html class="read" html={solution.model} /></Note> : null}
      {solution?.explain ? <Html class="read" html={solution.explain} /> : null}
    </div>
  );
}
