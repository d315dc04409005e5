// @ts-check
/** One shared sheet on this phone: bound fields, what others write, and the way of one's own words to the server.
 *
 * The rules of this file
 * - Each time the line is back the sheet is joined anew: both sides say how far they are, each sends what the other lacks.
 * - Nothing is called received before the server has stored it.
 * - What the server refuses for good is taken out of the sheet and kept to be copied (`rescued`). The sheet then begins
 *   anew from the server's, for later words would build on the refused ones.
 */
import { now as serverNow } from '../live/clock.js';
import { newId } from '../live/id.js';
import { openFields } from './fields.js';
import { openJoining } from './joining.js';
import { keepSheet } from './keep.js';
import { openOutgoing } from './outgoing.js';
import { sheetStore } from './store.js';
import { bytes, merge, openWords } from './words.js';
import { openWriters } from './writers.js';

const QUIET = 2_000; // ms after which words of others are kept for reading offline
const PATIENCE = 3_000; // ms the phone's own memory may take: some browsers never answer after an update
const TRIES = 3; // times the server may lack what our words build on, before they are given back to the writer

/**
 * @typedef {import('./keep.js').Rescued} Rescued
 * @typedef {{state: 'queued' | 'sending' | 'received' | 'refused', at: number | null}} FieldState
 * @typedef {import('./fields.js').Field} Field
 */

/**
 * @param {import('./joining.js').Line} link
 * @param {object} of
 * @param {string} of.meeting @param {string} of.run @param {string} of.group
 * @param {number} of.person
 * @param {string} of.data  id of the server's data set
 * @param {import('../live/keep.js').Keep} [of.store]
 * @param {() => number} [of.now]
 */
export function share(link, { meeting, run, group, person, data, store = sheetStore(), now = serverNow }) {
  const place = { data, person, meeting, run, group };
  const kept = keepSheet(store, place, newId());
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {Rescued[]} */
  let rescued = [];
  /** @type {Map<string, number>} */
  const received = new Map();
  let isOpen = false;
  let isClosed = false;
  let isDirty = false; // words are here that the phone has not kept
  let misses = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;

  const tell = () => listeners.forEach((listener) => listener());
  const writers = openWriters(tell);
  let words = newWords();
  const fields = openFields(() => words);

  const outgoing = openOutgoing({
    now,
    merge,
    send: ({ id, at, update }) =>
      link.ask('sheet_update', { run, group, id, age: Math.max(0, Math.round(now() - at)), update }),
    stored(entry, reply) {
      misses = 0;
      for (const key of entry.keys) received.set(key, Date.parse(reply.now ?? '') || now());
      if (!outgoing.count) fields.forget();
      isDirty = true;
      save();
    },
    refused: (entry, reply) => giveBack(entry.id, reply.refused ?? '', reply.why ?? ''),
    missing() {
      if (++misses > TRIES) giveBack(null, 'missing-before', '');
      else joining.join();
    },
    changed: tell,
  });

  const joining = openJoining(link, {
    place,
    vector: () => words.vector(),
    joined(reply) {
      words.take(bytes(reply.update));
      isOpen = !!reply.open;
      refill(bytes(reply.have));
      outgoing.line(true);
      tell();
    },
    parted: () => (outgoing.line(false), tell()),
    refused: () => ((isOpen = false), tell()),
  });

  function newWords() {
    return openWords({
      wrote(key, update) {
        outgoing.write(key, update);
        save();
        tell();
      },
      heard() {
        isDirty = true;
        quiet ??= setTimeout(save, QUIET);
        tell();
      },
    });
  }

  function save() {
    clearTimeout(quiet);
    quiet = undefined;
    const whole = isDirty ? words.whole() : null;
    isDirty = false;
    return kept.save({ entries: outgoing.all(), typed: fields.typed(), rescued }, whole);
  }

  /** @param {Awaited<ReturnType<typeof kept.restore>>} found */
  function takeOver(found) {
    if (isClosed) return;
    rescued = [...found.rescued, ...rescued];
    try {
      for (const update of [...found.states, ...found.entries.map((entry) => entry.update)]) words.take(update);
      outgoing.replace([...found.entries, ...outgoing.all()]);
    } catch { // no document any more: the words are left, as they stood in the fields
      for (const [key, text] of Object.entries(found.typed)) rescued.push({ key, text, code: 'unreadable', why: '', at: now() });
    }
    fields.remember(found.typed);
    isDirty = true;
    save();
    tell();
  }

  /** What the server lacks: because it was set back to an older copy, or because what waits does not fit there.
   * @param {Uint8Array} have */
  function refill(have) {
    const waiting = outgoing.all();
    if (waiting.length ? !misses : !isOpen || !words.isAheadOf(have)) return;
    const keys = waiting.length ? [...new Set(waiting.flatMap((entry) => entry.keys))] : words.fields();
    const at = waiting.length ? waiting[waiting.length - 1].at : now();
    outgoing.replace([{ id: newId(), at, keys, update: words.since(have) }]);
  }

  /** What waits, from this entry on (null: all), is refused: its words go back to who wrote them.
   * @param {string | null} id @param {string} code @param {string} why */
  function giveBack(id, code, why) {
    fields.detach();
    const waiting = outgoing.all();
    const refused = waiting.slice(Math.max(0, waiting.findIndex((entry) => entry.id === id)));
    for (const key of new Set(refused.flatMap((entry) => entry.keys))) {
      const text = fields.typed()[key] ?? words.text(key);
      rescued = [...rescued.filter((old) => old.key !== key || old.text !== text), { key, text, code, why, at: now() }];
    }
    outgoing.replace([]);
    outgoing.line(false);
    misses = 0;
    fields.forget();
    words.close();
    words = newWords();
    fields.attach();
    isDirty = true;
    save();
    tell();
    joining.join();
  }

  /** @param {any} message */
  function hearSheet(message) {
    if (message?.run !== run || message.group !== group || !message.update) return;
    for (const key of words.take(bytes(message.update))) writers.seen(key, message.by);
    if (joining.isJoined && words.isWaiting()) joining.join(); // something before it never came
  }

  const leaving = () => {
    if (document.visibilityState !== 'hidden') return;
    outgoing.hurry();
    save();
  };
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', leaving);
  const stops = [
    link.hear('sheet', hearSheet),
    link.hear('typing', (message) => message?.run === run && writers.seen(message.cell, message.person)),
  ];
  const ready = Promise.race([
    kept.restore().then(takeOver),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]).then(() => {
    if (!isClosed) joining.begin();
  });

  return {
    /** What this phone kept is in: fields may be bound. Does not wait for the line. */
    ready,
    /** Could one write when the sheet was joined last? What happened since, the view says. */
    get open() {
      return isOpen;
    },
    /** Is the line there, and the sheet up to date? */
    get joined() {
      return joining.isJoined;
    },
    /** @param {string} key */
    text: (key) => words.text(key),
    /** The fields that are known here, empty ones too. */
    names: () => words.fields(),
    /** Put words into a field that nobody has written in. @param {string} key @param {string} text */
    write: (key, text) => words.write(key, text),
    /** @param {Field} el @param {string} key @returns {() => void} unbind */
    bind: (el, key) => fields.bind(el, key),
    /** @param {() => void} listener  called after anything here changed @returns {() => void} stop */
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** @param {string} key @returns {FieldState} */
    state(key) {
      const where = outgoing.where(key);
      if (where !== 'received') return { state: where, at: null };
      const refused = rescued.filter((each) => each.key === key);
      if (refused.length) return { state: 'refused', at: refused[refused.length - 1].at };
      return { state: where, at: received.get(key) ?? null };
    },
    /** Who else wrote in this field in the last seconds. @param {string} key */
    writers: (key) => writers.at(key),
    /** Words the server did not take. */
    rescued: () => rescued,
    /** They were copied, or are not wanted. @param {Rescued} each */
    forget(each) {
      rescued = rescued.filter((other) => other !== each);
      save();
      tell();
    },
    /** How many entries the server has not stored yet. */
    unsent: () => outgoing.count,
    /** Ends when everything is on the phone's disk. What is not stored yet is sent when the sheet is opened again. */
    async close() {
      fields.close();
      outgoing.hurry();
      const saved = save();
      isClosed = true;
      joining.close();
      outgoing.close();
      writers.close();
      stops.forEach((stop) => stop());
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', leaving);
      listeners.clear();
      await saved;
    },
  };
}

/** @typedef {ReturnType<typeof share>} Shared */
