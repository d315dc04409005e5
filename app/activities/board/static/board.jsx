// @ts-check
/** Cards on a wall, and dots to vote with. One's own cards first; the others' after they are shown. */
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { _, ngettext } from '../../../../static/js/i18n.js';
import { now } from '../../../../static/js/live/clock.js';
import { Choice } from '../../../../static/js/shared/Choice.jsx';
import { Copy } from '../../../../static/js/shared/Copy.jsx';
import { Dock, Place } from '../../../../static/js/shared/Dock.jsx';
import { Html, plain } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { State } from '../../../../static/js/shared/State.jsx';

const LONGEST = 300; // characters the server takes on a card
const PAUSE = 800; // ms, as for the fields of a sheet

/** @typedef {{t: string, column: string, text: string, votes: number}} Card */

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee(props) {
  const { task, cells, states, open, tally } = props;
  const { inline } = useContext(Place);
  const all = Array.from({ length: task.notes }, (unused, i) => `card-${i + 1}`);
  const written = all.filter((cell) => cells[cell]);
  const [more, setMore] = useState(1);
  const seen = all.filter((cell, i) => cells[cell] || (open && i < Math.max(more, written.length)));
  const left = task.notes - seen.length;
  return (
    <>
      <Prompt html={task.prompt} />
      {task.notes ? (
        <section class="stack" aria-label={_('My cards')}>
          {seen.map((cell, i) => <Card key={cell} {...props} cell={cell} number={i + 1} value={cells[cell]} state={states[cell]} />)}
          {open && left > 0 && written.length >= seen.length
            ? <button type="button" class="btn btn-line btn-wide" onClick={() => setMore(seen.length + 1)}><Icon name="plus" />{ngettext('One more card ({n} left)', 'One more card ({n} left)', left)}</button>
            : null}
        </section>
      ) : null}
      {tally ? <Wall {...props} /> : null}
      {inline ? null : (
        <Dock>
          <p class="dock-word grow">
            {!open ? _('Closed. You can read, not write.')
              : tally ? _('What you write and your dots go by themselves.') : _('What you write goes by itself. The others see it when the trainer shows the board.')}
          </p>
        </Dock>
      )}
    </>
  );
}

/** One of my cards. @param {any} props */
function Card({ run, task, cell, number, value, state, open, put, draft, forget }) {
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const timer = useRef(/** @type {any} */ (null));
  const written = useRef(/** @type {{at: number, words: string} | null} */ (null)); // as long as it is not yet on its way
  const [dirty, setDirty] = useState(false);
  const [column, setColumn] = useState(/** @type {string | null} */ (value?.column ?? (task.columns.length === 1 ? task.columns[0].key : null)));
  const text = value?.note?.text ?? '';
  const id = `${run}-${cell}`;
  useEffect(() => {
    const el = area.current;
    if (el && !written.current && document.activeElement !== el && el.value !== text) el.value = text;
    if (value?.column && !written.current) setColumn(value.column);
  }, [text, value?.column]);

  const card = (/** @type {string | null} */ where = column) => {
    const words = written.current?.words ?? area.current?.value ?? '';
    return words.trim() ? { column: where ?? task.columns[0].key, note: { text: words } } : null;
  };
  const send = () => {
    clearTimeout(timer.current);
    if (!written.current || (card() && !column)) return; // the column is asked for below
    put(cell, card(), written.current.at);
    written.current = null;
    setDirty(false);
  };
  const sending = useRef(send);
  sending.current = send;
  useEffect(() => () => sending.current(), []);
  const onInput = () => {
    written.current = { at: now(), words: area.current?.value ?? '' };
    setDirty(true);
    draft(cell, card(), Boolean(column));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => sending.current(), PAUSE);
  };
  const onColumn = (/** @type {string} */ key) => {
    setColumn(key);
    const whole = card(key);
    if (!whole) return;
    put(cell, whole);
    written.current = null;
    setDirty(false);
  };
  return (
    <div class="card">
      <label class="field-name" for={id}>{task.notes > 1 ? _('My card {n}', { n: number }) : _('My card')}</label>
      {open
        ? <textarea id={id} ref={area} class="input read" rows={2} maxLength={LONGEST} defaultValue={text} onInput={onInput} onBlur={send} />
        : <p class="read kept">{text}</p>}
      {task.columns.length > 1 ? (
        <div class="segment wrap" role="radiogroup" aria-label={_('Where does it belong?')}>
          {task.columns.map((/** @type {any} */ one) => <Choice key={one.key} name={id} html={one.html} checked={column === one.key} disabled={!open} onPick={() => onColumn(one.key)} />)}
        </div>
      ) : null}
      {open && !column && dirty
        ? <p class="state" role="status"><Icon name="pen" /><span>{_('Now say where it belongs.')}</span></p>
        : <State {...(dirty ? {} : state)} />}
      {state?.state === 'refused' && state.value?.note?.text ? <Copy text={state.value.note.text} onAway={() => forget?.(state.entry)} /> : null}
    </div>
  );
}

/** Everybody's cards, with dots. @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
function Wall({ task, cells, put, open, tally }) {
  const votes = Array.from({ length: task.votes }, (unused, i) => `vote-${i + 1}`);
  const free = votes.filter((cell) => !cells[cell]);
  const mine = (/** @type {string} */ t) => votes.filter((cell) => cells[cell] === t);
  return (
    <section class="part">
      <div class="row apart wrap">
        <h2>{_('The board')}</h2>
        {task.votes && open ? <b class="num soft" role="status">{ngettext('{n} dot left', '{n} dots left', free.length)}</b> : null}
      </div>
      <Columns task={task} tally={tally} foot={(card) => task.votes && open ? (
        <div class="row">
          <button type="button" class="btn btn-line" aria-disabled={!free.length || undefined} onClick={() => free.length && put(free[0], card.t)}>
            <Icon name="star" />{free.length ? _('Give a dot') : _('No dots left')}<span class="unseen">: {card.text}</span>
          </button>
          {mine(card.t).length ? (
            <button type="button" class="btn btn-line" onClick={() => put(mine(card.t)[0], null)}>
              <Icon name="undo" />{_('Take back')} <b class="num">{mine(card.t).length}</b><span class="unseen">: {card.text}</span>
            </button>
          ) : null}
        </div>
      ) : null} />
    </section>
  );
}

/** @param {{task: any, tally: any, foot?: (card: Card) => any}} props */
const Columns = ({ task, tally, foot }) =>
  task.columns.map((/** @type {any} */ column) => {
    const cards = /** @type {Card[]} */ (tally?.cards ?? []).filter((card) => card.column === column.key);
    return (
      <section key={column.key} class="board-column" aria-label={plain(column.html) || _('The board')}>
        {task.columns.length > 1 ? <h3><Html as="span" html={column.html} /> <span class="soft num">{cards.length}</span></h3> : null}
        {cards.map((card) => (
          <div class="card" key={card.t}>
            <p class="read kept">{card.text}</p>
            {card.votes ? <p class="small"><b class="num">{ngettext('{n} dot', '{n} dots', card.votes)}</b></p> : null}
            {foot?.(card)}
          </div>
        ))}
      </section>
    );
  });

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally }) {
  const cards = Object.keys(mine).filter((cell) => cell.startsWith('card-') && mine[cell]);
  return (
    <>
      <Prompt html={task.prompt} />
      {cards.length ? (
        <section aria-label={_('My cards')}>
          <h2 class="h-small">{_('My cards')}</h2>
          {cards.map((cell) => <p key={cell} class="note note-own read kept">{mine[cell].note.text}</p>)}
        </section>
      ) : null}
      {tally ? <><h2 class="h-small">{_('The board')}</h2><Columns task={task} tally={{ cards: [...tally.cards].sort((a, b) => b.votes - a.votes) }} /></> : null}
    </>
  );
}
