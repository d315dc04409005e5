// @ts-check
/** The present activity: what to do, how long, my answer; afterwards mine, the class's, the right one and why. */
import { useContext } from 'preact/hooks';
import { _ } from '../i18n.js';
import { clockTime } from '../live/clock.js';
import { Copy } from '../shared/Copy.jsx';
import { Dock, Place } from '../shared/Dock.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Html } from '../shared/Html.jsx';
import { Loading } from '../shared/Loading.jsx';
import { State } from '../shared/State.jsx';
import { reviewFace, traineeFace } from './faces.jsx';
import { Frame } from './Frame.jsx';
import { HelpNote } from './Help.jsx';
import { Hints } from './Hints.jsx';
import { Missed } from './Missed.jsx';
import { find, useRoom } from './room.js';
import { useRun } from './use-run.js';
import { kindWord } from './words.js';

/** @param {{run: string, back?: boolean, place?: number}} props */
export function Now({ run: id, back }) {
  const { agenda } = useRoom();
  const found = find(agenda, id);
  const item = found?.item;
  const over = agenda && found ? _('Day {d} · {n} of {m}', { d: agenda.day ?? 1, n: found.at + 1, m: agenda.items.length }) : '';
  return (
    <Frame title={item?.title || kindWord(item?.kind)} over={over} run={id} back={back}>
      {back ? null : <Missed />}
      <HelpNote />
      <Activity id={id} />
    </Frame>
  );
}

/** One activity: to do, or done. @param {{id: string, next?: any}} props  `next`: what comes after it */
export function Activity({ id, next = <Next /> }) {
  const { link } = useRoom();
  const place = useContext(Place);
  const { run, card, solution, isOver, mine, tally, face, tries } = useRun(id);
  if (!run) return <Quiet />;
  if (!card) return <><Loading what={_('Slow line. Opening the activity …')} onAgain={link.again} /><Dock /></>;
  const Face = traineeFace(card.kind);
  const After = reviewFace(card.kind);
  if (!Face) return <Html class="read" html={card.prompt} />;
  if (isOver && After) {
    return (
      <>
        <After task={card.task} mine={mine} tally={tally} solution={solution} people={face.people} taken={face.taken} />
        {run.phase === 'closed' ? <ClosedWord run={run} /> : null}
        <Asides card={card} />
        <WhoSees run={run} isPrivate={card.private} />
        <Leftover states={face.states} forget={face.forget} />
        <Dock>{next}</Dock>
      </>
    );
  }
  const asks = face.open && card.kind !== 'break' && card.kind !== 'briefing';
  const before = <><Asides card={card} />{asks ? <><Hints run={id} count={face.hints} /><WhoSees run={run} isPrivate={card.private} /></> : null}</>;
  return <Place.Provider value={{ ...place, before, tries }}><Face key={id} {...face} /></Place.Provider>;
}

/** What the author says beside an activity, to everyone and always: what is needed, and what is good to know. @param {{card: any}} props */
export const Asides = ({ card }) => [card?.materials, card?.note].map((html) => html && <Html key={html} class="note read" html={html} />);

/** @param {{run: import('./room.js').Run}} props */
const ClosedWord = ({ run }) => (
  <p class="state"><Icon name="closed" /><span>{run.ended_at ? _('Closed {time}. You can read, not write.', { time: clockTime(Date.parse(run.ended_at)) }) : _('Closed. You can read, not write.')}</span></p>
);

/**
 * What came late, and what did not count: chosen and not sent, or refused; words stay to be copied.
 * @param {{states: {[cell: string]: import('../live/desk.js').CellWord}, forget: (entry: string) => void}} props
 */
export const Leftover = ({ states, forget }) => (
  <>
    {Object.values(states).filter(({ state }) => state === 'late').slice(0, 1).map((word) => <State key="late" {...word} />)}
    {Object.entries(states).filter(([, { state }]) => state === 'draft' || state === 'refused').map(([cell, { state, why, value, entry, at }]) => (
      <div key={cell}>
        <State state={state === 'draft' ? 'missed' : 'refused'} why={why} at={at} />
        {state === 'refused' && wordsIn(value) ? <Copy text={wordsIn(value)} onAway={() => entry && forget(entry)} /> : null}
      </div>
    ))}
  </>
);

/** @param {any} value @returns {string} */
const wordsIn = (value) => value?.text ?? value?.note?.text ?? '';

/** Shown before one answers: who will see it (L23). @param {{run: import('./room.js').Run, isPrivate?: boolean}} props */
export function WhoSees({ run, isPrivate = false }) {
  const words = isPrivate ? _('Only you see this.')
    : run.by === 'group' ? _('Your group and the trainers see this.') + (run.later ? ` ${_('Later the other groups read it.')}` : '')
    : run.naming === 'named' ? _('The others see your answer with your name.')
    : run.naming === 'anonymous' ? (run.later ? _('No names. The others read what you write.') : _('No names. Everyone sees only the total of the batch.'))
    : run.later ? _('The trainers see your name. The others read what you write, without your name.')
    : _('The trainers see your answer with your name. The others see only the total.');
  return <p class="who-sees"><Icon name={run.naming === 'named' && !isPrivate ? 'reveal' : 'hidden'} /><span>{words}</span></p>;
}

/** Nothing is open just now. */
export function Quiet() {
  const { view } = useRoom();
  return (
    <>
      <div class="empty">
        <Icon name="clock" />
        <p><b>{_('The trainer goes on in a moment.')}</b></p>
        {view.now?.next ? <p class="soft">{_('Next: {title}, {n} minutes', { title: view.now.next.title, n: view.now.next.minutes })}</p> : null}
      </div>
      <Dock />
    </>
  );
}

/** The one next thing. */
export function Next() {
  const { view } = useRoom();
  const next = view.now?.next;
  return next?.title ? <p class="dock-word grow"><span>{_('Next: {title}, {n} minutes', { title: next.title, n: next.minutes })}</span></p> : null;
}
