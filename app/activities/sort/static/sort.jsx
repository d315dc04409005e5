// @ts-check
/** Cards to put into places: one card in the hand, tap a place. No dragging; arrows and Enter do the same. */
import { useContext, useRef, useState } from 'preact/hooks';
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Dock, Place } from '../../../../static/js/shared/Dock.jsx';
import { Html, plain } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Latest } from '../../../../static/js/shared/Latest.jsx';
import { Note } from '../../../../static/js/shared/Note.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Sentence } from '../../../../static/js/shared/Sentence.jsx';
import { State, worst } from '../../../../static/js/shared/State.jsx';
import { arrows } from '../../../../static/js/shared/arrows.js';

const STACKED = 6; // cards drawn in a pile; above that the number says it

/** @typedef {{t: string, html: string}} Piece */

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, open, people, me, group }) {
  const { inline } = useContext(Place);
  const [later, setLater] = useState(/** @type {string[]} */ ([]));
  const [first, setFirst] = useState(/** @type {string | null} */ (null));
  const [shown, setShown] = useState(/** @type {string | null} */ (null));
  const [last, setLast] = useState(/** @type {string | null} */ (null));
  const [said, setSaid] = useState('');
  const places = useRef(/** @type {HTMLUListElement | null} */ (null));
  const cards = /** @type {Piece[]} */ (task.cards);
  const bins = /** @type {Piece[]} */ (task.bins);
  const free = cards.filter((card) => cells[card.t] == null);
  const rank = (/** @type {Piece} */ card) => (card.t === first ? -1 : later.lastIndexOf(card.t) + 1);
  const hand = open ? [...free].sort((a, b) => rank(a) - rank(b))[0] : undefined;

  const place = (/** @type {Piece} */ bin) => {
    if (!hand) return setShown(shown === bin.t ? null : bin.t);
    put(hand.t, bin.t);
    setLast(hand.t);
    setFirst(null);
    setSaid(_('{card}: {place}', { card: plain(hand.html), place: plain(bin.html) }));
  };
  const back = (/** @type {string} */ card) => {
    put(card, null);
    setFirst(card);
    setLast(null);
    setShown(null);
  };
  const buttons = open && (last || free.length > 1) ? (
    <>
      {last ? <button type="button" class="btn btn-line btn-stack" onClick={() => back(last)}><Icon name="undo" />{_('Take back')}</button> : null}
      {hand && free.length > 1 ? <button type="button" class="btn btn-line btn-stack grow" onClick={() => { setLater([...later, hand.t]); setFirst(null); }}><Icon name="next" />{_('This one later')}</button> : null}
    </>
  ) : null;
  const word = worst(states);
  const state = <State {...(word ?? {})} />;
  return (
    <>
      <Prompt html={task.prompt} />
      <div class="row apart">
        <h2 class="h-small">{hand ? _('Where does it belong?') : free.length ? _('Closed') : _('All cards are placed')}</h2>
        <b class="num soft nowrap">{_('{n} of {m}', { n: cards.length - free.length, m: cards.length })}</b>
      </div>
      {hand
        ? <div class={free.length > 1 ? 'hand' : 'hand hand-last'} id={`${run}-hand`}><Html class="ask" html={hand.html} /></div>
        : <p class="soft">{open && !free.length ? _('Tap a place to see its cards, and a card to take it back.') : null}</p>}
      <ul class="places" ref={places} onKeyDown={(event) => arrows(event, places.current, '.place-to')}>
        {bins.map((bin) => {
          const pile = cards.filter((card) => cells[card.t] === bin.t);
          const open_ = shown === bin.t;
          return (
            <li key={bin.t}>
              <div class="place-row">
                <button type="button" class={`place place-to${last && cells[last] === bin.t ? ' place-last' : ''}`} aria-describedby={hand ? `${run}-hand` : undefined} onClick={() => place(bin)}>
                  <Html as="span" html={bin.html} />
                </button>
                <button type="button" class="place place-pile" aria-expanded={open_} disabled={!pile.length}
                  aria-label={ngettext('{place}: {n} card. Look at it', '{place}: {n} cards. Look at them', pile.length, { place: plain(bin.html) })} onClick={() => setShown(open_ ? null : bin.t)}>
                  {pile.length > STACKED ? <b class="num">{pile.length}</b> : pile.map((card) => <i key={card.t} />)}
                </button>
              </div>
              {open_ ? (
                <ul class="pile arrive">
                  {pile.map((card) => (
                    <li key={card.t}>
                      {open
                        ? <button type="button" class="btn btn-line btn-wide" onClick={() => back(card.t)}><Html as="span" class="grow" html={card.html} /><Icon name="undo" /><span class="unseen">{_('Take back')}</span></button>
                        : <Html html={card.html} />}
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
      {group ? (
        <Latest {...{ things: cards, places: bins, cells, states, people, me }}>
          {(name, card, place) => <Sentence text={_('{name} put “{card}” under {place}.')} {...{ name, card, place }} />}
        </Latest>
      ) : null}
      <p class="unseen" role="status">{said}</p>
      {inline ? <>{state}{buttons ? <div class="row">{buttons}</div> : null}</> : <Dock state={state}>{buttons}</Dock>}
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const right = solution?.right ?? {};
  const bin = (/** @type {string} */ t) => plain(task.bins.find((/** @type {Piece} */ one) => one.t === t)?.html);
  const marked = Object.keys(right).length;
  const hits = Object.entries(right).filter(([card, homes]) => /** @type {string[]} */ (homes).includes(mine[card])).length;
  return (
    <>
      <Prompt html={task.prompt} />
      {marked ? <p><b>{_('{n} of {m} as the course sees it', { n: hits, m: marked })}</b></p> : null}
      <ul class="list">
        {task.cards.map((/** @type {Piece} */ { t, html }) => {
          const homes = /** @type {string[]} */ (right[t] ?? []);
          const isRight = homes.includes(mine[t]);
          const most = tally && Object.entries(tally.placed[t] ?? {}).sort((a, b) => b[1] - a[1])[0];
          return (
            <li key={t} class="sorted">
              <Html class="read" html={html} />
              <p class={`state${isRight ? ' state-received' : ''}`}>
                {isRight ? <Icon name="tick" /> : null}
                <span>
                  {mine[t] ? bin(mine[t]) : _('Not placed')}
                  {homes.length && !isRight ? <> · <b>{_('Right: {place}', { place: homes.map(bin).join(', ') })}</b></> : null}
                  {!homes.length && most?.[1] ? <> · {_('Most often: {place} ({n})', { place: bin(most[0]), n: most[1] })}</> : null}
                </span>
              </p>
            </li>
          );
        })}
      </ul>
      {solution?.explain ? <Note look="good"><Html class="read" html={solution.explain} /></Note> : null}
    </>
  );
}
