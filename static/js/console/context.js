// @ts-check
/** What every component of the console may read and call, without passing it through each other. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** @import { Agenda, Group, Parts, Person } from './views.js' */

/**
 * @typedef {Object} Console
 * @property {string} meeting
 * @property {number} me
 * @property {Parts} parts             the view, whole
 * @property {Agenda|null} agenda
 * @property {Map<number, Person>} people
 * @property {() => number} now        milliseconds on the server's clock
 * @property {boolean} online
 * @property {string|null} look        the activity on this trainer's screen
 * @property {(run: string|null) => void} setLook
 * @property {string} tab
 * @property {(tab: string) => void} go
 * @property {string|null} busy        type of the act that is on its way
 * @property {(type: string, fields?: Record<string, unknown>) => Promise<boolean>} act   true when it was done
 * @property {(path: string, body?: object) => Promise<boolean>} post   the same, by HTTP
 * @property {(type: string, fields: Record<string, unknown>) => void} whisper   say what may be lost, beside any act
 * @property {(dialog: import('preact').VNode<any>|null) => void} show
 * @property {(text: string) => void} tell        say one sentence in the banner
 * @property {(key: string) => string|undefined} label   of a worksheet's field, as HTML
 * @property {number|null} hand        the person in the trainer's hand
 * @property {(person: number|null) => void} setHand
 * @property {{on: ReadonlySet<number>, off: ReadonlySet<number>}} pins   put in or taken out since the last mixing
 * @property {(person: number, on: boolean) => void} togglePin
 * @property {import('./Maker.jsx').Wish} wish
 * @property {(wish: any) => void} setWish
 * @property {string[]} order          of the report-back to come
 * @property {(order: string[]) => void} setOrder
 * @property {ReadonlySet<string>} reported
 */

export const ConsoleContext = createContext(/** @type {Console} */ (/** @type {unknown} */ (null)));

export const useConsole = () => useContext(ConsoleContext);

/** The groups that are open now. @param {Parts} parts @returns {Group[]} */
export const openGroups = (parts) => parts.groups?.open ?? [];

/** Calls for help that are not settled; when the groups are back in the class, nobody waits any more. @param {Parts} parts */
export const calls = (parts) => (Object.keys(parts.board ?? {}).length ? (parts.help ?? []).filter((call) => call.state !== 'resolved') : []);

/** People who learn, in the order of the roster. @param {Map<number, Person>} people */
export const trainees = (people) => [...people.values()].filter((person) => !person.trainer);

/** @param {Parts} parts @param {number} person @returns {'here'|'away'|'off'} */
export const presenceOf = (parts, person) => parts.presence?.[person]?.s ?? 'off';
