// @ts-check
/** One activity on this phone: its task, my answers and their states, the time left, and everything its face needs. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useTries } from '../shared/Tries.jsx';
import { useLeft } from '../shared/use-left.js';
import { Offer } from './faces.jsx';
import { isOver, mayWrite, useJson, useRoom } from './room.js';

const TYPED = 4_000; // ms a name stays beside a field after the last keystroke heard
const TYPE = 2_500; // ms between two words that I am typing: so the name of who goes on writing never blinks
const SHORT = 240; // s: in shorter activities "until 10:15" would name the present minute

/**
 * @param {string} id
 * @param {import('./room.js').Run} [clock]   whose time counts: group work for the sheets in it
 */
export function useRun(id, clock) {
  const { view, desk, away, people, me } = useRoom();
  const run = /** @type {import('./room.js').Run | undefined} */ (view.runs?.[id]);
  const time = clock ?? run;
  const left = useLeft(time?.phase === 'open' ? time.ends_at : null, null, undefined, [0]);
  const card = useJson(run?.task);
  const solution = useJson(run?.key)?.key;
  const taken = view.taken?.[id];
  const offer = useJson(taken?.offer);
  const tally = useTally(view.tallies?.[id]);
  const kept = view.answers?.[id];
  const tries = useTries(id, view.tries?.[id], desk);
  const open = Boolean(run && time && mayWrite(run, null, away) && mayWrite(time, left, away)) && tries?.left !== 0;
  const group = run?.by === 'group';
  const typing = useTyping(id, group);
  const put = useMemo(() => (/** @type {string} */ cell, /** @type {any} */ value, /** @type {number | undefined} */ at) => { tries?.wrote(); void desk.put(id, cell, value, at); }, [desk, id, Boolean(tries)]);
  const draft = useMemo(() => (/** @type {string} */ cell, /** @type {any} */ value, /** @type {boolean | undefined} */ itself) => desk.draft(id, cell, value, itself), [desk, id]);
  const end = time?.ends_at ? Date.parse(time.ends_at) : undefined;
  const long = end && time?.opened_at && end - Date.parse(time.opened_at) > SHORT * 1000;
  return {
    run, card, solution, left, open, tries, isOver: isOver(run),
    tally,
    mine: desk.cells(id, kept, false),
    face: {
      run: id, task: card?.task, cells: desk.cells(id, kept), states: desk.states(id, kept),
      put, draft, open, people, me, group, mates: view.group?.members, tally, ...typing,
      taken: taken?.offer ? offer && { offer, Offer } : taken,
      until: card?.kind === 'break' || (long && (time.end === 'close' || time.end === 'advance')) ? end : undefined,
      forget: desk.outbox.forget,
      hints: card?.hints ?? 0,
    },
  };
}

/** What the class answered: a long one is read at its address, and the one before stays until it is here. @param {any} told */
function useTally(told) {
  const far = useJson(told?.url);
  const last = useRef(told);
  if (!told?.url || far) last.current = far ?? told;
  return last.current?.url ? null : last.current;
}

/** Who of my group writes where, and my own word of it. @param {string} run @param {boolean} group */
function useTyping(run, group) {
  const { link } = useRoom();
  const [typing, set] = useState(/** @type {{[cell: string]: number}} */ ({}));
  const said = useRef({ at: 0, cell: '' });
  useEffect(() => {
    if (!group) return undefined;
    /** @type {Map<string, ReturnType<typeof setTimeout>>} */
    const timers = new Map();
    const stop = link.hear('typing', (message) => {
      if (message.run !== run) return;
      set((now) => ({ ...now, [message.cell]: message.person }));
      clearTimeout(timers.get(message.cell));
      timers.set(message.cell, setTimeout(() => set(({ [message.cell]: gone, ...rest }) => rest), TYPED));
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [run, group]);
  const type = (/** @type {string} */ cell) => {
    const at = performance.now();
    if (cell === said.current.cell && at - said.current.at < TYPE) return;
    said.current = { at, cell };
    link.mention('typing', { run, cell });
  };
  return group ? { typing, type } : {};
}
