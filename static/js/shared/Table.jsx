// @ts-check
/** A table on a sheet: on a phone each row is a card with named fields, on a wide screen it is a table. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { _ } from '../i18n.js';
import { Field, isFilled, textOf } from './Field.jsx';
import { Html, plain } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { langOf } from './lang.js';
import { ROWS, cellName, nextRow, rowsWith } from './row-numbers.js';

/** @typedef {import('./Field.jsx').FieldTask} FieldTask */

/** @param {any} props  those of a field, and the `cells`, `states` and `typing` of the sheet */
export function Table({ field, cells, sheet, open, ...rest }) {
  if (Array.isArray(cells[field.key])) return <ReadRows columns={field.columns} rows={cells[field.key]} />; // as a group reports
  const filled = [...Object.keys(cells), ...(sheet?.names() ?? [])].filter((cell) => isFilled(cells[cell]) || sheet?.text(cell).trim());
  const rows = rowsWith(field.key, filled);
  if (open) return <Rows {...{ field, cells, sheet, rows }} {...rest} />;
  const value = (/** @type {number} */ row, /** @type {string} */ key) => {
    const cell = cellName(field.key, row, key);
    return sheet?.text(cell) ? { text: sheet.text(cell) } : cells[cell];
  };
  return <ReadRows columns={field.columns} rows={rows.map((row) => Object.fromEntries(field.columns.map((/** @type {FieldTask} */ { key }) => [key, value(row, key)])))} />;
}

/** To write in. Rows that were seen stay on the screen when they are emptied. @param {any} props */
function Rows({ field, rows, cells, states, typing, sheet, mates, me, run, taken, ...rest }) {
  const [, draw] = useReducer((n) => n + 1, 0);
  const seen = useRef(/** @type {Set<number>} */ (new Set())).current;
  const focus = useRef(0);
  const body = useRef(/** @type {any} */ (null));
  for (const row of rows) seen.add(row);
  const people = rest.group ? mates ?? [] : [];
  const next = () => nextRow([...seen], people, me);
  if (!seen.size && sheet !== null) seen.add(next());
  const shown = [...seen].sort((a, b) => a - b);
  useEffect(() => {
    const at = shown.indexOf(focus.current);
    if (focus.current) body.current?.children[at]?.querySelector('input, textarea')?.focus();
    focus.current = 0;
  });
  const add = () => {
    focus.current = shown.filter((row) => !rows.includes(row)).pop() ?? next(); // an empty one is there already: write in it
    seen.add(focus.current);
    draw(1);
  };
  const offers = taken?.offer ? rowsWith(field.key, Object.keys(taken.offer.cells)) : [];
  return (
    <div class="stack">
      <table class="rows" role="table">
        <thead role="rowgroup"><tr role="row"><th role="columnheader"><span class="unseen">{_('Row')}</span></th>{field.columns.map((/** @type {FieldTask} */ column) => <th key={column.key} role="columnheader"><Html as="span" html={column.html} /></th>)}</tr></thead>
        <tbody role="rowgroup" ref={body}>
          {shown.map((row, at) => (
            <tr key={row} role="row" class="card">
              <th role="rowheader"><span class="rows-word">{_('Row')} </span>{at + 1}</th>
              {field.columns.map((/** @type {FieldTask} */ column) => {
                const cell = cellName(field.key, row, column.key);
                const named = { ...column, key: cell, html: `${column.html}<span class="unseen">, ${_('row {n}', { n: at + 1 })}</span>` };
                return <td key={column.key} role="cell"><Field {...rest} {...{ sheet, me, run }} open field={named} value={cells[cell]} state={states?.[cell]} writer={typing?.[cell]} /></td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {!rows.length && offers.length ? <OfferedRows {...{ field, taken, offers, people, me, sheet }} put={rest.put} /> : null}
      {shown.length < ROWS
        ? <button type="button" class="btn btn-line" onClick={add}><Icon name="plus" />{_('Add a row')}</button>
        : <p class="soft small">{_('A table holds {n} rows.', { n: ROWS })}</p>}
    </div>
  );
}

/** What an earlier sheet has in this table: one tap takes all rows over. @param {any} props */
function OfferedRows({ field, taken, offers, sheet, put }) {
  const { cells, title } = taken.offer;
  const rows = offers.map((/** @type {number} */ row) => Object.fromEntries(field.columns.map((/** @type {FieldTask} */ { key }) => [key, cells[cellName(field.key, row, key)]])));
  const take = () => {
    for (const row of offers) {
      for (const column of field.columns) {
        const cell = cellName(field.key, row, column.key);
        const isShared = sheet && ['text', 'long'].includes(column.field);
        if (cells[cell] == null) continue;
        if (isShared) sheet.write(cell, cells[cell].text);
        else put(cell, cells[cell]);
      }
    }
  };
  return (
    <div class="note">
      <p class="small">{title ? _('You wrote in “{title}”:', { title }) : _('You wrote before:')}</p>
      <ReadRows columns={field.columns} rows={rows} />
      <button type="button" class="btn btn-line" onClick={take}><Icon name="pen" />{_('Take this over')}</button>
    </div>
  );
}

/** To read. @param {{columns: FieldTask[], rows: {[column: string]: any}[]}} props */
export function ReadRows({ columns, rows }) {
  if (!rows.length) return <p class="soft">{_('Left empty')}</p>;
  return (
    <table class="rows" role="table">
      <thead role="rowgroup"><tr role="row">{columns.map((column) => <th key={column.key} role="columnheader"><Html as="span" html={column.html} /></th>)}</tr></thead>
      <tbody role="rowgroup">
        {rows.map((row, at) => (
          <tr key={at} role="row" class="card">
            {columns.map((column) => {
              const words = textOf(row[column.key], column);
              return <td key={column.key} role="cell"><small class="field-name soft" aria-hidden="true">{plain(column.html)}</small><span class="kept" lang={langOf(words)}>{words || '–'}</span></td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
