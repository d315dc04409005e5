// @ts-check
/** A sheet on the wall: whose it is, where that may be said, and what stands in it. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Value, has, textOf } from '../../../../static/js/shared/Field.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { groupName } from '../../../../static/js/shared/Name.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';

/** @typedef {{t: string, by?: string, cells: {[key: string]: any}}} Hung */

/** @param {Hung} sheet @param {number} place @param {any} [people] */
export const nameOf = ({ by }, place, people) =>
  !by ? _('Sheet {n}', { n: place + 1 }) : by[0] !== 'p' ? groupName(by) : (people instanceof Map ? people.get(Number(by.slice(1))) : people?.[by.slice(1)])?.name ?? _('Sheet {n}', { n: place + 1 });

/** What was written; fields left empty are left out. @param {{fields: any[], cells: {[key: string]: any}}} props */
export function Words({ fields, cells }) {
  const written = fields.filter(({ key }) => has(key, cells));
  return (
    <dl class="stack">
      {written.map((field) => {
        const words = textOf(cells[field.key], field);
        return <div key={field.key}><dt class="small soft"><Html as="span" html={field.html} /></dt><dd class="read kept" lang={langOf(words)}><Value field={field} cells={cells} /></dd></div>;
      })}
    </dl>
  );
}

/** What a sheet got. @param {{got: {stars: number, comments: string[]} | undefined}} props */
export const Got = ({ got }) =>
  got ? (
    <>
      {got.stars ? <p class="row"><Icon name="star" /><b class="num">{ngettext('{n} star', '{n} stars', got.stars)}</b></p> : null}
      {got.comments.map((words, i) => <p key={i} class="note read kept" lang={langOf(words)}>{words}</p>)}
    </>
  ) : null;
