// @ts-check
/** Everything a person asked for and the server has not yet stored: kept on the phone, sent in order, until it arrives.
 *
 * The rules of this file
 * - An entry leaves only when the server has stored it or refused it for good. A repeat carries the same id.
 * - Entries of another person or of another data set are never sent.
 * - A later answer to the same cell takes the place of a waiting one. But what was written a minute or more before is
 *   kept as well: if the trainer closes in between, the earlier writing was in time and counts.
 * - Two entries that touch the same cell travel one after the other; others may travel together.
 * - The age of a writing is counted by the server's clock, see `clock.js`.
 */
import { newId } from './id.js';

const TOGETHER = 6; // entries under way at once: a slow line (400 ms) then brings 15 a second, and a burst stays small
const MINUTE = 60_000; // ms: see the third rule
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000; // ms between repeats: short enough to be noticed as "by itself"

/**
 * @typedef {{type: string, run?: string, cell?: string, value?: any, [field: string]: any}} Body
 * @typedef {object} Entry
 * @property {string} id
 * @property {number} n       order of writing
 * @property {string} meeting
 * @property {number} person
 * @property {string} data    id of the server's data set
 * @property {number} at      when it was written, by the server's clock (ms)
 * @property {number} wall    the same by this phone's clock, for people who look into it
 * @property {number} since   when the first of the writings it replaced was written
 * @property {Body} body
 * @property {{code: string, why: string, at: number}} [refused]
 * @typedef {{seq?: number, now?: string, late?: boolean, again?: boolean, refused?: string, why?: string, view?: any, [more: string]: any}} Reply
 */

/** @param {Body} a @param {Body} b */
const touch = (a, b) =>
  a.run === b.run && (a.type !== 'answer' || b.type !== 'answer' || a.cell === b.cell);

/**
 * @param {object} of
 * @param {string} of.meeting
 * @param {number} of.person
 * @param {() => string} of.data          the data set the server said last
 * @param {() => number} of.now           the server's clock
 * @param {import('./keep.js').Keep} of.keep
 * @param {(message: Body & {id: string, age: number}) => Promise<Reply>} of.send   rejects when nothing was heard
 * @param {(entry: Entry, reply: Reply) => void} [of.settled]   stored
 * @param {(entry: Entry, reply: Reply) => void} [of.refused]   refused for good
 */
export function openOutbox({ meeting, person, data, now, keep, send, settled, refused }) {
  /** @type {Entry[]} */
  let entries = [];
  /** @type {Map<string, number>} id → since when it is under way */
  const underway = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let line = false;
  let wait = FIRST_WAIT;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const tell = () => listeners.forEach((listener) => listener());
  const mine = (/** @type {Entry} */ e) => e.meeting === meeting && e.person === person && e.data === data();
  const waiting = () => entries.filter((e) => !e.refused && mine(e));

  const ready = keep.all().then((kept) => {
    const old = kept.map(([, entry]) => /** @type {Entry} */ (entry)).filter((e) => e.meeting === meeting && e.person === person);
    const known = new Set(entries.map((e) => e.id));
    entries = [...old.filter((e) => !known.has(e.id)), ...entries].sort((a, b) => a.n - b.n);
    tell();
    pump();
  });

  /** @param {Entry} entry */
  function leave(entry) {
    entries = entries.filter((e) => e.id !== entry.id);
    return keep.drop(entry.id);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(pump, wait * (0.75 + Math.random() / 2)); // not all phones of a class at once
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function pump() {
    if (!line) return;
    const queue = waiting();
    for (const [i, entry] of queue.entries()) {
      if (underway.size >= TOGETHER) return;
      if (underway.has(entry.id)) continue;
      if (queue.slice(0, i).some((earlier) => touch(earlier.body, entry.body))) continue;
      post(entry);
    }
  }

  /** @param {Entry} entry */
  async function post(entry) {
    underway.set(entry.id, now());
    /** @type {Reply} */
    let reply;
    try {
      reply = await send({ ...entry.body, id: entry.id, age: Math.max(0, Math.round(now() - entry.at)) });
    } catch {
      reply = { again: true };
    }
    underway.delete(entry.id);
    if (typeof reply.seq === 'number') {
      wait = FIRST_WAIT;
      settled?.(entry, reply);
      await leave(entry);
    } else if (reply.refused) {
      wait = FIRST_WAIT;
      if (entry.body.type === 'answer') {
        entry.refused = { code: reply.refused, why: reply.why || '', at: now() };
        await keep.set(entry.id, entry);
      } else {
        await leave(entry);
      }
      refused?.(entry, reply);
    } else {
      later();
      return tell();
    }
    tell();
    pump();
  }

  return {
    ready,
    /**
     * Keep a command and send it as soon as the line allows. True for the caller at once; kept when the promise ends.
     * @param {Body} body
     * @param {number} [at]  when it was written, by the server's clock
     */
    async put(body, at = now()) {
      const before = body.type === 'answer'
        ? entries.filter((e) => mine(e) && e.body.type === 'answer' && touch(e.body, body) && !underway.has(e.id))
        : [];
      /** @type {Entry} */
      const entry = {
        id: newId(), n: entries.reduce((n, e) => Math.max(n, e.n), Date.now()) + 1, meeting, person, data: data(),
        at, wall: Date.now(), since: at, body,
      };
      for (const old of before) {
        if (old.refused || at - old.since < MINUTE) {
          if (!old.refused) entry.since = Math.min(entry.since, old.since);
          entries = entries.filter((e) => e !== old);
        }
      }
      entries = [...entries, entry];
      tell();
      await keep.set(entry.id, entry); // first the new one, then away with the old: a kill in between loses nothing
      await Promise.all(before.filter((old) => !entries.includes(old)).map((old) => keep.drop(old.id)));
      pump();
      return entry;
    },
    /** @param {boolean} there  is there a line, and does the server know us? */
    line(there) {
      line = there;
      wait = FIRST_WAIT;
      clearTimeout(timer);
      if (there) pump();
      tell();
    },
    waiting,
    /** Answers refused for good, whose words stay here to be read and copied. */
    refused: () => entries.filter((e) => e.refused && mine(e)),
    /** @param {string} id @returns {number | undefined} since when it is under way */
    since: (id) => underway.get(id),
    /** @param {string} id  put a refused answer away */
    async forget(id) {
      const entry = entries.find((e) => e.id === id && e.refused);
      if (entry) await leave(entry);
      tell();
    },
    /** @param {() => void} listener @returns {() => void} stop */
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
