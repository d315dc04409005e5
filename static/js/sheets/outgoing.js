// @ts-check
/** What was written and must reach the server: in order, once, and seen to be stored before it is let go.
 *
 * The rules of this file
 * - Order is kept: an entry builds on the ones before it. A repeat carries the same id, so that the server knows it.
 * - The first letter after a pause goes at once, the following ones together, once a second: six people writing for an
 *   hour must cost a phone less than 300 KB.
 * - Without a line, writing is cut every 10 s: when the trainer closes meanwhile, what was written before still counts.
 * - An answer that does not come is no answer: after a growing wait the entry goes again.
 */
import { newId } from '../live/id.js';

const GATHER = 1_000; // ms
const CUT = 10_000; // ms
const TOGETHER = 8; // entries under way at once: 15 min offline are 90 entries, at 400 ms a trip they arrive in 5 s
const FIRST_WAIT = 1_000; // ms
const LONGEST_WAIT = 15_000; // ms

/**
 * @typedef {import('./keep.js').Entry} Entry
 * @typedef {{ok?: boolean, now?: string, refused?: string, why?: string, again?: boolean}} Reply
 * @typedef {'queued' | 'sending' | 'received'} Where
 */

/**
 * @param {object} of
 * @param {(entry: Entry) => Promise<Reply>} of.send  rejects when nothing was heard in time
 * @param {(updates: Uint8Array[]) => Uint8Array} of.merge
 * @param {() => number} of.now  the server's clock
 * @param {(entry: Entry, reply: Reply) => void} of.stored
 * @param {(entry: Entry, reply: Reply) => void} of.refused  for good
 * @param {() => void} of.missing  the server lacks something that the first entry builds on
 * @param {() => void} of.changed
 */
export function openOutgoing({ send, merge, now, stored, refused, missing, changed }) {
  /** @type {Entry[]} */
  let entries = [];
  /** What is being written: grows until it is sent or cut. @type {(Omit<Entry, 'update'> & {since: number, updates: Uint8Array[]}) | null} */
  let growing = null;
  /** @type {Set<string>} */
  const underway = new Set();
  let line = 0; // the number of the present line; 0: none
  let lines = 0;
  let wait = FIRST_WAIT;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let gathering;

  function cut() {
    if (!growing) return;
    const { id, at, keys, updates } = growing;
    entries.push({ id, at, keys, update: merge(updates) });
    growing = null;
  }

  function pump() {
    if (!line || waiting) return;
    for (const entry of entries) {
      if (underway.has(entry.id)) continue;
      if (underway.size >= TOGETHER) return;
      post(entry);
    }
    if (!growing || gathering || underway.size >= TOGETHER) return;
    cut();
    gathering = setTimeout(() => {
      gathering = undefined;
      pump();
    }, GATHER);
    post(entries[entries.length - 1]);
  }

  /** @param {Entry} entry */
  async function post(entry) {
    underway.add(entry.id);
    const mine = line;
    /** @type {Reply} */
    let reply;
    try {
      reply = await send(entry);
    } catch {
      reply = { again: true };
    }
    if (mine !== line || !entries.includes(entry)) return;
    underway.delete(entry.id);
    if (reply?.ok) {
      wait = FIRST_WAIT;
      entries = entries.filter((other) => other !== entry);
      stored(entry, reply);
      pump();
    } else if (reply?.refused === 'missing-before') {
      if (entries[0] === entry) missing();
      else later(); // the one before it has not arrived either
    } else if (reply?.refused) {
      refused(entry, reply);
    } else {
      later();
    }
    changed();
  }

  function later() {
    if (waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      pump();
    }, wait * (0.75 + Math.random() / 2)); // not all phones of a class at once
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  const outgoing = {
    /** @param {string} key  field @param {Uint8Array} update */
    write(key, update) {
      if (growing && now() - growing.since >= CUT) cut();
      growing ??= { id: newId(), since: now(), at: now(), keys: [], updates: [] };
      growing.updates.push(update);
      growing.at = now();
      if (!growing.keys.includes(key)) growing.keys.push(key);
      pump();
    },
    /** Everything not stored yet, oldest first. */
    all() {
      /** @type {Entry[]} */
      const all = [...entries];
      if (growing) all.push({ id: growing.id, at: growing.at, keys: [...growing.keys], update: merge(growing.updates) });
      return all;
    },
    /** Take these in place of everything. @param {Entry[]} these */
    replace(these) {
      entries = these;
      growing = null;
      underway.clear();
      pump();
    },
    /** Is the sheet joined? Each time it is, everything not stored goes again. @param {boolean} there */
    line(there) {
      line = there ? ++lines : 0;
      underway.clear();
      clearTimeout(waiting);
      waiting = undefined;
      wait = FIRST_WAIT;
      pump();
    },
    /** Send what was gathered so far: the page may be gone in a moment. */
    hurry() {
      clearTimeout(gathering);
      gathering = undefined;
      pump();
    },
    /** @param {string} key @returns {Where} */
    where(key) {
      const touching = entries.filter((entry) => entry.keys.includes(key));
      if (!touching.length && !growing?.keys.includes(key)) return 'received';
      return line && !waiting ? 'sending' : 'queued';
    },
    get count() {
      return entries.length + (growing ? 1 : 0);
    },
    close() {
      outgoing.line(false);
      clearTimeout(gathering);
      gathering = undefined;
    },
  };
  return outgoing;
}
