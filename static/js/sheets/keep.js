// @ts-check
/** What the phone keeps of a sheet: what the server has not stored yet, word by word, and the whole for reading offline.
 *
 * The rules of this file
 * - Each open page (tab) writes records of its own, so that two tabs never overwrite each other; who comes next takes over
 *   all records of the sheet.
 * - A record says whose it is and for which data set. Another person's, or another server's, is not even looked at.
 * - It knows nothing of Yjs: the phone asks `leftovers` before it loads the large part.
 */

const READING_DAYS = 14; // a sheet nobody opened for two weeks comes from the server again
const WRITING_DAYS = 90; // words that were never sent outlast the three months after the course
const DAY = 86_400_000; // ms

/**
 * @typedef {{data: string, person: number, meeting: string, run: string, group: string}} Place
 * @typedef {{data: string, person: number, meeting: string}} Mine
 * @typedef {object} Entry   something written and not yet stored by the server
 * @property {string} id
 * @property {number} at     when its last letter was written, by the server's clock (ms)
 * @property {string[]} keys the fields it touches
 * @property {Uint8Array} update
 * @typedef {{key: string, text: string, code: string, why: string, at: number}} Rescued   words refused for good, to copy
 * @typedef {{entries: Entry[], typed: Record<string, string>, rescued: Rescued[]}} Log
 * @typedef {Place & {part: 'log', saved: number} & Log} LogRecord
 * @typedef {Place & {part: 'state', saved: number, state: Uint8Array}} StateRecord
 * @typedef {import('../live/keep.js').Keep} Keep
 */

/** @param {Place} a @param {Place} b */
const isSame = (a, b) => isOf(a, b) && a.meeting === b.meeting && a.run === b.run && a.group === b.group;
/** @param {{data: string, person: number}} a @param {{data: string, person: number}} b */
const isOf = (a, b) => a.data === b.data && a.person === b.person;

/**
 * @param {Keep} store
 * @param {Place} place
 * @param {string} tab  a name nobody else has
 */
export function keepSheet(store, place, tab) {
  const name = JSON.stringify([place.data, place.person, place.meeting, place.run, place.group, tab]);
  /** @type {string[]} */
  let inherited = [];
  let hasLog = false;

  return {
    /** Everything kept of this sheet, by whichever tab. @returns {Promise<Log & {states: Uint8Array[]}>} */
    async restore() {
      /** @type {Log & {states: Uint8Array[]}} */
      const found = { entries: [], typed: {}, rescued: [], states: [] };
      for (const [key, record] of /** @type {[string, LogRecord | StateRecord][]} */ (await store.all())) {
        if (isOld(record)) await store.drop(key);
        if (!isSame(record, place)) continue;
        inherited.push(key);
        if (record.part === 'state') {
          found.states.push(record.state);
          continue;
        }
        found.entries.push(...record.entries.filter((entry) => found.entries.every((known) => known.id !== entry.id)));
        found.rescued.push(...record.rescued);
        Object.assign(found.typed, record.typed);
      }
      found.entries.sort((a, b) => a.at - b.at); // stable: what one tab wrote at one moment stays in order
      return found;
    },
    /**
     * Keep this now. Nothing is gathered and nothing waits for an earlier writing to end: the tab may be killed before.
     * @param {Log} log
     * @param {Uint8Array | null} state  null: as it was kept before
     */
    async save({ entries, typed, rescued }, state) {
      const saved = Date.now();
      const isLog = entries.length + rescued.length > 0;
      const writes = [];
      // The whole first: an entry leans on words of others, which must be there when it is read again.
      if (state) writes.push(store.set(`${name} state`, { ...place, part: 'state', saved, state }));
      if (isLog) writes.push(store.set(`${name} log`, { ...place, part: 'log', saved, entries, typed: { ...typed }, rescued }));
      else if (hasLog) writes.push(store.drop(`${name} log`));
      hasLog = isLog;
      await Promise.all(writes);
      if (state) await Promise.all(inherited.splice(0).map(store.drop)); // all of it is in ours now
    },
  };
}

/**
 * Sheets of a meeting in which this person wrote something that the server does not have yet.
 * @param {Keep} store @param {Mine} of @returns {Promise<{run: string, group: string}[]>}
 */
export async function leftovers(store, of) {
  /** @type {Map<string, {run: string, group: string}>} */
  const found = new Map();
  for (const { entries, run, group } of await logs(store, of)) {
    if (entries.length) found.set(JSON.stringify([run, group]), { run, group });
  }
  return [...found.values()];
}

/**
 * Words of this person in a meeting that the server did not take, of whichever sheet: to be read and copied.
 * @param {Keep} store @param {Mine} of @returns {Promise<(Rescued & {run: string, group: string})[]>}
 */
export async function rescuedWords(store, of) {
  return (await logs(store, of)).flatMap(({ rescued, run, group }) => rescued.map((each) => ({ ...each, run, group })));
}

/** @param {Keep} store @param {Mine} of */
async function logs(store, of) {
  const all = /** @type {(LogRecord | StateRecord)[]} */ ((await store.all()).map(([, record]) => record));
  return /** @type {LogRecord[]} */ (all.filter((each) => each.part === 'log' && isOf(each, of) && each.meeting === of.meeting));
}

/** @param {LogRecord | StateRecord} record */
function isOld(record) {
  return Date.now() - record.saved > (record.part === 'log' ? WRITING_DAYS : READING_DAYS) * DAY;
}
