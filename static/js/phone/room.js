// @ts-check
/** What every screen of the phone reads: the view, the people, the day, and the ways to act. Set anew at each change. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** @import { Link } from '../live/link.js' */
/** @import { Desk } from '../live/desk.js' */
/** @import { Library } from '../live/http.js' */
/** @import { People } from '../shared/Name.jsx' */

/** @typedef {{id: string, kind: string, title: string, minutes: number, children?: Item[]}} Item */
/** @typedef {{course?: string, title: string, day?: number, items: Item[]}} Agenda */
/**
 * @typedef {object} Run
 * @property {'ready' | 'open' | 'paused' | 'closed' | 'revealed'} phase
 * @property {string} opened_at
 * @property {string | null} ends_at
 * @property {string | null} ended_at
 * @property {number | null} left
 * @property {number} [paused_s]
 * @property {'none' | 'nudge' | 'close' | 'advance'} end
 * @property {number | null} [touched_by]
 * @property {string | null} task
 * @property {string | null} key
 * @property {'person' | 'group' | 'pair'} by
 * @property {'named' | 'trainers' | 'anonymous'} naming
 * @property {string} results
 * @property {boolean} [later]                   a later activity shows these words to others
 */
/**
 * @typedef {object} Room
 * @property {Link} link
 * @property {Desk} desk
 * @property {Library} library
 * @property {string} meeting
 * @property {number} me
 * @property {{[part: string]: any}} view
 * @property {boolean} away                      no line for so long that it is worth a word
 * @property {Agenda | null} agenda
 * @property {People} people
 * @property {(run: string | null) => void} look   look at a missed activity, or back at the present one
 * @property {{code: string, why: string} | null} refusal   the last act that was refused
 * @property {() => void} redraw
 * @property {(body: any) => void} act             a command that waits for the line if it must
 */

export const RoomContext = createContext(/** @type {Room} */ (/** @type {unknown} */ (null)));

export const useRoom = () => useContext(RoomContext);

/** The activity with this id and the top-level one it belongs to. @param {Agenda | null} agenda @param {string | null | undefined} id */
export function find(agenda, id) {
  for (const [at, top] of (agenda?.items ?? []).entries()) {
    if (top.id === id) return { item: top, top, at, place: 0 };
    const place = (top.children ?? []).findIndex((child) => child.id === id);
    if (place >= 0) return { item: /** @type {Item[]} */ (top.children)[place], top, at, place: place + 1 };
  }
  return null;
}

/** @param {string | undefined} kind */
export const isGroupWork = (kind) => ['breakout', 'case', 'roleplay'].includes(kind ?? '');

/** @param {Run | undefined} run */
export const isOver = (run) => run?.phase === 'closed' || run?.phase === 'revealed';

/** May one write now? Without a line the phone does not close by itself: the server says what was in time. @param {Run | undefined} run @param {number | null} left @param {boolean} away */
export const mayWrite = (run, left, away) =>
  run?.phase === 'paused' || (run?.phase === 'open' && (left === null || left > 0 || away || run.end === 'none' || run.end === 'nudge'));

/**
 * JSON by HTTP, from this phone if it has been here before; asked for again each time the line comes back.
 * @param {string | null | undefined} url
 * @returns {any} undefined while it is on its way
 */
export function useJson(url) {
  const { library, link } = useRoom();
  const [, draw] = useState(0);
  const here = url ? library.peek(url) : undefined;
  const missing = url && here === undefined;
  useEffect(() => {
    if (!missing) return undefined;
    let stopped = false;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const load = () => library.get(/** @type {string} */ (url)).then(
      () => !stopped && draw((n) => n + 1),
      () => {
        if (!stopped) timer = setTimeout(load, 3_000); // a weak line is back after 3 to 6 s
      },
    );
    load();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [url, missing, link.line === 'live']);
  return here;
}
