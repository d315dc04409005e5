// @ts-check
/** What this phone keeps through reload, lock and tab kill. The only file that knows IndexedDB (through idb-keyval).
 *
 * Where a browser keeps nothing (private windows), everything works on from memory for as long as the page is open.
 */
import { createStore, del, entries, get, set } from 'idb-keyval';

/**
 * @typedef {object} Keep
 * @property {() => Promise<[string, any][]>} all
 * @property {(key: string) => Promise<any>} get
 * @property {(key: string, value: any) => Promise<void>} set
 * @property {(key: string) => Promise<void>} drop
 */

/** @param {string} name  one small database for each use: idb-keyval keeps one store in each @returns {Keep} */
export function keep(name) {
  /** @type {Map<string, any>} */
  const memory = new Map();
  let works = typeof indexedDB !== 'undefined';
  const store = works ? createStore(`koottam-${name}`, 'kept') : undefined;
  /** @template T @param {() => Promise<T>} there @param {() => T} here @returns {Promise<T>} */
  const attempt = async (there, here) => {
    if (works) {
      try {
        return await there();
      } catch {
        works = false;
      }
    }
    return here();
  };
  return {
    all: () => attempt(() => /** @type {Promise<[string, any][]>} */ (entries(store)), () => [...memory]),
    get: (key) => attempt(() => get(key, store), () => memory.get(key)),
    set: (key, value) => {
      memory.set(key, value);
      return attempt(() => set(key, value, store), () => undefined);
    },
    drop: (key) => {
      memory.delete(key);
      return attempt(() => del(key, store), () => undefined);
    },
  };
}
