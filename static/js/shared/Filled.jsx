// @ts-check
/** For trainers: how many have filled in each field of a form, and what is expected where that is known. */
import { _ } from '../i18n.js';
import { Bar } from './Bar.jsx';
import { Html } from './Html.jsx';
import { grouped } from './number.js';

/** @param {{fields: {key: string, html: string}[], tally: any, solution: any}} props */
export const Filled = ({ fields, tally, solution }) => (
  <ul>
    {fields.map(({ key, html }) => (
      <li class="split" key={key}>
        <p class="split-word">
          <span><Html as="span" html={html} />{solution?.expected?.[key] != null ? <small class="soft block">{_('expected: {number}', { number: grouped(solution.expected[key]) })}</small> : null}</span>
          {tally ? <b class="num">{tally.filled?.[key] ?? 0}</b> : null}
        </p>
        {tally ? <Bar part={tally.n ? (tally.filled?.[key] ?? 0) / tally.n : 0} /> : null}
      </li>
    ))}
  </ul>
);

/** The names of the fields, for the class screen. @param {{fields: {key: string, html: string}[]}} props */
export const FieldNames = ({ fields }) => (
  <ul>{fields.map(({ key, html }) => <li class="hall-choice" key={key}><Html as="span" html={html} /></li>)}</ul>
);
