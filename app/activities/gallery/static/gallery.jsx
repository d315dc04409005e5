// @ts-check
/** The others' sheets: to read, to give a star, to ask. One's own hangs at the end, to be read only. */
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { _, ngettext } from '../../../../static/js/i18n.js';
import { now } from '../../../../static/js/live/clock.js';
import { Copy } from '../../../../static/js/shared/Copy.jsx';
import { Dock, Place } from '../../../../static/js/shared/Dock.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { State, worst } from '../../../../static/js/shared/State.jsx';
import { Got, nameOf, Words } from './sheet.jsx';

const LONGEST = 300; // characters the server takes
const PAUSE = 800; // ms, as for the fields of a sheet

/** @param {string} what @param {number} n */
const cellsOf = (what, n) => Array.from({ length: n }, (unused, i) => `${what}-${i + 1}`);

/** Mine last: she knows it. @param {any} task @param {string[]} mine @param {any} people */
const inOrder = (task, mine, people) => {
  const named = task.sheets.map((/** @type {any} */ sheet, /** @type {number} */ place) => ({ ...sheet, name: nameOf(sheet, place, people), own: mine.includes(sheet.t) }));
  return [...named.filter((/** @type {any} */ one) => !one.own), ...named.filter((/** @type {any} */ one) => one.own)];
};

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee(props) {
  const { task, cells, states, open, people, taken } = props;
  const place = useContext(Place);
  const votes = cellsOf('vote', task.votes);
  const comments = cellsOf('comment', task.comments);
  const free = { vote: votes.find((cell) => !cells[cell]), comment: comments.find((cell) => !cells[cell]) };
  const left = { stars: votes.filter((cell) => !cells[cell]).length, comments: comments.filter((cell) => !cells[cell]).length };
  const word = worst(states);
  const shown = word && !['received', 'late'].includes(word.state) ? <State {...word} /> : null;
  const sheets = inOrder(task, taken?.mine ?? [], people);
  return (
    <>
      <Prompt html={task.prompt} />
      {sheets.length ? null : <p class="soft">{_('No sheet hangs here yet.')}</p>}
      {sheets.map((/** @type {any} */ sheet) => (
        <article key={sheet.t} class="card stack" aria-label={sheet.name}>
          <h2 class="sheet-head">{sheet.name}{sheet.own ? <span class="chip">{_('ours')}</span> : null}</h2>
          <Words fields={task.fields} cells={sheet.cells} />
          {sheet.own ? null : <Judge {...props} sheet={sheet} votes={votes} comments={comments} free={free} />}
        </article>
      ))}
      {place.inline ? shown : (
        <Dock state={shown}>
          <p class="dock-word grow">
            {!open ? _('Closed. You can read, not write.')
              : !left.stars && !left.comments ? (word?.state === 'received' ? _('All given, and all has arrived.') : _('All given.'))
              : [task.votes ? ngettext('{n} star left', '{n} stars left', left.stars) : '', task.comments ? ngettext('{n} question left', '{n} questions left', left.comments) : ''].filter(Boolean).join(' · ')}
          </p>
          {open && !left.stars && !left.comments ? place.after : null}
        </Dock>
      )}
    </>
  );
}

/** A star and a question for one sheet. @param {any} props */
function Judge({ sheet, votes, comments, free, ...props }) {
  const { cells, states, open, put } = props;
  const star = votes.find((/** @type {string} */ cell) => cells[cell] === sheet.t);
  const mine = comments.filter((/** @type {string} */ cell) => cells[cell]?.sheet === sheet.t);
  const [asking, ask] = useState(/** @type {string | null} */ (null)); // the cell in which she has begun to write
  const writing = [...new Set([...mine, ...(asking && (!cells[asking] || cells[asking].sheet === sheet.t) ? [asking] : [])])];
  const next = free.comment && !writing.includes(free.comment) ? free.comment : null;
  if (!open && !star && !writing.length) return null;
  return (
    <>
      {writing.map((cell) => <Question key={cell} {...props} cell={cell} sheet={sheet} value={cells[cell]} state={states[cell]} />)}
      {open ? (
        <div class="row wrap">
          {star || free.vote ? (
            <button type="button" class={`btn ${star ? 'btn-sent' : 'btn-line'}`} aria-pressed={Boolean(star)} onClick={() => (star ? put(star, null) : put(free.vote, sheet.t))}>
              <Icon name={star ? 'tick' : 'star'} />{star ? _('Your star') : _('Give a star')}<span class="unseen">: {sheet.name}</span>
            </button>
          ) : null}
          {next ? <button type="button" class="btn btn-line" onClick={() => ask(next)}><Icon name="pen" />{_('Ask a question')}<span class="unseen">: {sheet.name}</span></button> : null}
        </div>
      ) : star ? <p class="row"><Icon name="star" />{_('Your star')}</p> : null}
    </>
  );
}

/** My words to one sheet; they go by themselves. @param {any} props */
function Question({ run, cell, sheet, value, state, open, put, draft, forget }) {
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const timer = useRef(/** @type {any} */ (null));
  const written = useRef(/** @type {{at: number, words: string} | null} */ (null)); // as long as it is not yet on its way
  const [dirty, setDirty] = useState(false);
  const text = value?.note?.text ?? '';
  const id = `${run}-${cell}`;
  useEffect(() => {
    const el = area.current;
    if (el && !written.current && document.activeElement !== el && el.value !== text) el.value = text;
  }, [text]);
  useEffect(() => { if (!text) area.current?.focus(); }, []);
  const whole = (/** @type {string} */ words) => (words.trim() ? { sheet: sheet.t, note: { text: words } } : null);
  const send = () => {
    clearTimeout(timer.current);
    if (!written.current) return;
    put(cell, whole(written.current.words), written.current.at);
    written.current = null;
    setDirty(false);
  };
  const sending = useRef(send);
  sending.current = send;
  useEffect(() => () => sending.current(), []); // it closes, or another screen comes
  const onInput = () => {
    written.current = { at: now(), words: area.current?.value ?? '' };
    setDirty(true);
    draft(cell, whole(written.current.words), true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => sending.current(), PAUSE);
  };
  return (
    <div>
      <label class="field-name" for={id}>{_('My question to {name}', { name: sheet.name })}</label>
      {open
        ? <textarea id={id} ref={area} class="input read" rows={2} maxLength={LONGEST} defaultValue={text} onInput={onInput} onBlur={send} />
        : <p id={id} class="note note-own read kept">{text}</p>}
      <State {...(dirty ? {} : state)} />
      {state?.state === 'refused' && state.value?.note?.text ? <Copy text={state.value.note.text} onAway={() => forget?.(state.entry)} /> : null}
    </div>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution, people, taken }) {
  const sheets = inOrder(task, taken?.mine ?? [], people).reverse(); // mine first: what did it get?
  const stars = Object.values(mine).filter((value) => typeof value === 'string');
  const asked = (/** @type {string} */ t) => Object.values(mine).filter((value) => value?.sheet === t && value.note);
  return (
    <>
      <Prompt html={task.prompt} />
      {sheets.map((/** @type {any} */ sheet) => (
        <article key={sheet.t} class="card stack" aria-label={sheet.name}>
          <p class="sheet-head"><b>{sheet.name}</b>{sheet.own ? <span class="chip">{_('ours')}</span> : null}</p>
          <Words fields={task.fields} cells={sheet.cells} />
          <Got got={tally?.sheets[sheet.t]} />
          {sheet.own && tally?.sheets[sheet.t] && !tally.sheets[sheet.t].stars && !tally.sheets[sheet.t].comments.length ? <p class="soft">{_('Nobody wrote to it this time.')}</p> : null}
          {stars.includes(sheet.t) ? <p class="row"><Icon name="star" />{_('Your star')}</p> : null}
          {tally ? null : asked(sheet.t).map((value, i) => <p key={i} class="note note-own read kept">{value.note.text}</p>)}
        </article>
      ))}
      {solution?.explain ? <Html class="read" html={solution.explain} /> : null}
    </>
  );
}
