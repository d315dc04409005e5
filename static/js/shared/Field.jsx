// @ts-check
/** One field of a sheet: its name above, what one writes, what has become of it below.
 *
 * Words and numbers go by themselves: kept on the phone at each keystroke, sent after a pause, on leaving the field and at
 * the moment the sheet closes, always with the time they were written.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { now } from '../live/clock.js';
import { Choice } from './Choice.jsx';
import { Copy } from './Copy.jsx';
import { fetched } from './Fetched.jsx';
import { Html, plain } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { Name } from './Name.jsx';
import { grouped, readNumber } from './number.js';
import { Sentence } from './Sentence.jsx';
import { State } from './State.jsx';

const PAUSE = 800; // ms without a keystroke: a thought is written down, and a class of thirty sends a few answers a second
const TALLEST = 14; // rows a field grows to before it scrolls: a phone screen with the keyboard open shows about ten

/**
 * @typedef {{key: string, html: string, field: string, args?: string[], items?: {key: string, html: string}[], columns?: FieldTask[]}} FieldTask
 * @typedef {object} FieldProps
 * @property {FieldTask} field
 * @property {any} value
 * @property {any} [state]
 * @property {boolean} open
 * @property {(cell: string, value: any, at?: number) => void} put
 * @property {(cell: string, value: any, itself?: boolean) => void} [draft]
 * @property {import('./Name.jsx').People} people
 * @property {number} me
 * @property {string} run
 * @property {boolean} [group]                a group answers: others' names stand beside their answers
 * @property {any} [sheet]                    the shared text of a group, for words
 * @property {number} [writer]                who is writing in it now
 * @property {(cell: string) => void} [type]  tell the group that I am writing here
 * @property {(entry: string) => void} [forget]
 * @property {any} [taken]                    what an earlier sheet offers, and the face that offers it
 */

/** @param {FieldProps} props */
export function Field(props) {
  const { field, state, open, people, me, group } = props;
  const id = `${props.run}-${field.key}`;
  const shared = props.sheet !== undefined && ['text', 'long'].includes(field.field);
  const writer = props.writer ?? (shared ? props.sheet?.writers?.(field.key)[0] : undefined);
  const busy = writer != null && writer !== me && open;
  const boxed = field.field in FACES;
  const { taken } = props;
  const Offer = taken?.Offer;
  const offer = taken?.offer?.cells[field.key];
  const Face = FACES[/** @type {keyof typeof FACES} */ (field.field)] ?? Words;
  const by = group && state?.by != null && state.by !== me ? <Name of={state.by} people={people} /> : null;
  const body = !open && !boxed ? <Shut {...props} /> : shared ? <Shared {...props} id={id} /> : <Face {...props} id={id} by={by} />;
  const Box = boxed ? 'fieldset' : 'div';
  return (
    <Box class={`field${busy ? ' field-busy' : ''}`} id={`field-${id}`}>
      {boxed
        ? <legend class="field-name"><Html as="span" html={field.html} /></legend>
        : <label class="field-name" for={id} id={`name-${id}`}><Html as="span" html={field.html} /></label>}
      {body}
      {Offer && open && offer != null && !(shared ? props.sheet?.text(field.key) : isFilled(props.value)) ? <Offer field={field} id={id} value={offer} from={taken.offer.title} put={props.put} /> : null}
      {busy ? <p class="state state-typing"><Icon name="pen" /><span><Sentence text={_('{name} is writing')} name={<Name of={writer} people={people} />} /></span></p> : null}
      {shared && props.sheet?.rescued?.().filter((/** @type {any} */ one) => one.key === field.key).map((/** @type {any} */ one) => <Copy key={one.at} text={one.text} onAway={() => props.sheet.forget(one)} />)}
      {state?.state === 'refused' && textOf(state.value) ? <Copy text={textOf(state.value)} onAway={() => props.forget?.(state.entry)} /> : null}
    </Box>
  );
}

/** What stands in a cell, as words. @param {any} value @param {FieldTask} [field] @returns {string} */
export function textOf(value, field) {
  if (value == null) return '';
  if (typeof value === 'object') return typeof value.text === 'string' ? value.text : '';
  if (typeof value === 'boolean') return value ? _('Yes') : _('No');
  if (typeof value === 'number') return (field?.field === 'money' ? '₹' : '') + grouped(value);
  if (field?.field === 'date') return new Date(`${value}T12:00`).toLocaleDateString(document.documentElement.lang || 'en', { day: 'numeric', month: 'long', year: 'numeric' });
  const item = field?.items?.find((one) => one.key === value);
  return item ? plain(item.html) : String(value);
}

/** @param {any} value */
export const isFilled = (value) => value != null && (value.text === undefined || Boolean(value.text.trim()));

/** Closed: to read, not to write. @param {FieldProps} props */
function Shut({ field, value, state, sheet }) {
  const shared = sheet !== undefined && ['text', 'long'].includes(field.field);
  const text = textOf(shared ? { text: sheet?.text(field.key) ?? '' } : value, field);
  return (
    <>
      <p class="input input-shut read kept">{text || <span class="soft">{_('Left empty')}</span>}</p>
      {state?.state === 'late' ? <State {...state} /> : null}
    </>
  );
}

/** Words or a number of one's own. @param {FieldProps & {id: string, by?: any}} props */
function Words({ field, value, state, open, put, draft, id, by, type }) {
  const input = useRef(/** @type {any} */ (null));
  const timer = useRef(/** @type {any} */ (null));
  const written = useRef(/** @type {{at: number, raw: string} | null} */ (null)); // as long as it is not yet on its way
  const [dirty, setDirty] = useState(false);
  const [wrong, setWrong] = useState(false);
  const isNumber = ['number', 'money'].includes(field.field);
  const isDate = field.field === 'date';
  const shown = value == null ? '' : typeof value === 'object' ? value.text ?? '' : String(value);

  useEffect(() => {
    const el = input.current;
    if (el && !written.current && document.activeElement !== el && el.value !== shown) el.value = shown;
    if (el && !isNumber && !isDate) grow(el);
  }, [shown]);

  const send = () => {
    clearTimeout(timer.current);
    if (!written.current) return;
    const { raw, at } = written.current; // not the field's: when the sheet closes it is gone before this is called
    const number = isNumber && raw.trim() ? readNumber(raw) : null;
    if (isNumber && raw.trim() && number === null) return void setWrong(true);
    setWrong(false);
    put(field.key, isNumber ? number : isDate ? raw || null : raw.trim() ? { text: raw } : null, at);
    written.current = null;
    setDirty(false);
  };
  const sending = useRef(send);
  sending.current = send;
  useEffect(() => () => sending.current(), []); // the sheet closes, or another screen comes

  const onInput = () => {
    const raw = input.current.value;
    draft?.(field.key, isNumber || isDate ? raw || null : { text: raw }, true);
    written.current = { at: now(), raw }; // after the draft: a draft newer than what is sent would stay, and be sent again
    setDirty(true);
    setWrong(false);
    if (!isNumber && !isDate) grow(input.current);
    type?.(field.key);
    clearTimeout(timer.current);
    timer.current = setTimeout(send, PAUSE);
  };
  const common = { id, ref: input, disabled: !open, onInput, onBlur: send, 'aria-describedby': `state-${id}`, 'aria-invalid': wrong || undefined };
  return (
    <>
      {isNumber
        ? <span class="row">{field.field === 'money' ? <b aria-hidden="true">₹</b> : null}<input class={`input input-number${wrong ? ' input-wrong' : ''}`} inputMode="decimal" autocomplete="off" defaultValue={shown} {...common} /></span>
        : isDate
          ? <input class="input" type="date" defaultValue={shown} {...common} />
          : <textarea class={`input read${field.field === 'long' ? '' : ' input-line'}`} rows={rowsOf(field)} maxLength={4000} defaultValue={shown} {...common} />}
      <div id={`state-${id}`}>
        {wrong
          ? <p class="state state-failed" role="status"><Icon name="pen" /><span>{_('Write a number, for example 5 or 1,200.')}</span></p>
          : <State {...(dirty ? {} : state)} whose={by} />}
      </div>
    </>
  );
}

/** Words a group types together. @param {FieldProps & {id: string}} props */
function Shared({ field, sheet, id, open, type }) {
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => {
    if (!sheet || !area.current) return undefined;
    const el = area.current;
    const free = sheet.bind(el, field.key);
    const stop = sheet.on(() => grow(el));
    grow(el);
    return () => {
      stop();
      free();
    };
  }, [sheet]);
  const kept = sheet?.state(field.key);
  const word = kept && (kept.state !== 'received' || kept.at) ? { state: kept.state, at: kept.at ?? 0 } : null; // nobody wrote yet: no word
  return (
    <>
      <textarea
        class={`input read${field.field === 'long' ? '' : ' input-line'}`} id={id} ref={area} rows={rowsOf(field)} disabled={!open || !sheet} aria-describedby={`state-${id}`}
        placeholder={sheet ? undefined : _('Opening …')}
        onInput={(event) => {
          grow(/** @type {HTMLTextAreaElement} */ (event.currentTarget));
          type?.(field.key);
        }}
      />
      <div id={`state-${id}`}><State {...word} /></div>
    </>
  );
}

/** @param {FieldProps & {id: string, by?: any}} props */
const OneOf = ({ field, value, state, open, put, id, by }) => (
  <>
    <div class="field-choices">
      {(field.items ?? []).map((item) => (
        <Choice key={item.key} name={id} html={item.html} checked={value === item.key} disabled={!open} onPick={() => put(field.key, item.key)} />
      ))}
    </div>
    <State {...state} whose={by} />
  </>
);

/** @param {FieldProps & {id: string, by?: any}} props */
const YesNo = ({ field, value, state, open, put, id, by }) => (
  <>
    <div class="segment">
      <Choice name={id} checked={value === true} disabled={!open} onPick={() => put(field.key, true)}>{_('Yes')}</Choice>
      <Choice name={id} checked={value === false} disabled={!open} onPick={() => put(field.key, false)}>{_('No')}</Choice>
    </div>
    <State {...state} whose={by} />
  </>
);

const Rare = fetched(() => import('koottam:rare').then(({ Rare }) => Rare));

const FACES = { choice: OneOf, yesno: YesNo, photo: Rare, voice: Rare, table: Rare };

/** What stands in a field of a sheet, to read. @param {{field: FieldTask, cells: {[cell: string]: any}}} props */
export const Value = (props) => (FACES[/** @type {keyof typeof FACES} */ (props.field.field)] === Rare ? <Rare {...props} /> : <>{textOf(props.cells[props.field.key], props.field)}</>);

/** Whether something stands in a field, in the answers or in what a group types together. @param {string} key @param {{[cell: string]: any}} cells @param {any} [sheet] */
export const has = (key, cells, sheet) =>
  [...Object.keys(cells), ...(sheet?.names() ?? [])].some((cell) => cell.split('/')[0] === key && (isFilled(cells[cell]) || sheet?.text(cell).trim()));

/** @param {FieldTask} field */
const rowsOf = (field) => (field.field === 'long' ? Math.min(8, Number(field.args?.[0]) || 4) : 1);

/** As many rows as the words need. @param {HTMLTextAreaElement} el */
function grow(el) {
  while (el.rows < TALLEST && el.scrollHeight > el.clientHeight + 2) el.rows += 1;
}
