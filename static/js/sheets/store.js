// @ts-check
/** The phone's memory of sheets, in IndexedDB.
 *
 * A writing is committed in the breath in which it is asked for. Left to itself the browser asks the page once more before
 * it commits, and a tab killed in between (we measured 1 of 15) takes its last letters along.
 *
 * Where a browser keeps nothing (private windows), everything works on from memory for as long as the page is open.
 */
import { createStore, del, entries, get, set } from 'idb-keyval';

/** @typedef {import('../live/keep.js').Keep} Keep */

/** @type {Keep | undefined} */
let opened;
export const sheetStore = () => (opened ??= openStore());

/** @returns {Keep} */
function openStore() {
  /** @type {Map<string, any>} */
  const memory = new Map();
  let works = typeof indexedDB !== 'undefined';
  const plain = works ? createStore('koottam-sheets', 'kept') : null;

  /** @type {import('idb-keyval').UseStore} */
  const store = (mode, use) =>
    /** @type {import('idb-keyval').UseStore} */ (plain)(mode, (kept) => {
      const used = use(kept);
      if (mode === 'readwrite') kept.transaction.commit?.(); // missing before Safari 15 and Firefox 74
      return used;
    });

  /** @template T @param {() => Promise<T>} there @param {() => T} here */
  async function attempt(there, here) {
    if (works) {
      try {
        return await there();
      } catch {
        works = false;
      }
    }
    return here();
  }

  return {
    all: () => attempt(() => /** @type {Promise<[string, any][]>} */ (entries(store)), () => [...memory]),
    get: (key) => attempt(() => get(key, store), () => memory.get(key)),
    set(key, value) {
      memory.set(key, value);
      return attempt(() => set(key, value, store), () => undefined);
    },
    drop(key) {
      memory.delete(key);
      return attempt(() => del(key, store), () => undefined);
    },
  };
}
