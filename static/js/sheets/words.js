// @ts-check
/** The shared text in memory: the only file that knows Yjs.
 *
 * Every change is one of two: typed here (it has the field's name and must be sent), or brought by the server or by what
 * this phone kept.
 */
import * as Y from 'yjs';
import { bindText } from './bind.js';

const BROUGHT = 'brought'; // origin of what was not typed here

/**
 * @param {object} of
 * @param {(key: string, update: Uint8Array) => void} of.wrote  typed here, in this field
 * @param {() => void} of.heard  brought
 */
export function openWords({ wrote, heard }) {
  const doc = new Y.Doc();
  doc.on('update', (/** @type {Uint8Array} */ update, /** @type {any} */ origin) => {
    if (origin === BROUGHT) heard();
    else wrote(origin.key, update);
  });
  return {
    /** Take in what was brought; the fields it changed. @param {Uint8Array} update */
    take(update) {
      /** @type {string[]} */
      const names = [];
      const note = (/** @type {Y.Transaction} */ transaction) => {
        for (const [name, type] of doc.share) if (transaction.changed.has(/** @type {any} */ (type))) names.push(name);
      };
      doc.on('afterTransaction', note);
      try {
        Y.applyUpdate(doc, update, BROUGHT);
      } finally {
        doc.off('afterTransaction', note);
      }
      return names;
    },
    /** @param {string} key */
    text: (key) => doc.getText(key).toString(),
    /** As if it were typed. @param {string} key @param {string} text */
    write: (key, text) => doc.transact(() => doc.getText(key).insert(0, text), { key }),
    /** @param {HTMLTextAreaElement | HTMLInputElement} el @param {string} key @param {(shown: string) => void} typed */
    bind: (el, key, typed) => bindText(doc.getText(key), el, { origin: { key }, typed }),
    vector: () => Y.encodeStateVector(doc),
    whole: () => Y.encodeStateAsUpdate(doc),
    fields: () => [...doc.share.keys()],
    /** Something came whose forerunner is missing. */
    isWaiting: () => doc.store.pendingStructs !== null,
    /** Is anything here that somebody who knows `have` lacks? @param {Uint8Array} have */
    isAheadOf(have) {
      const theirs = Y.decodeStateVector(have);
      return [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(([tab, clock]) => clock > (theirs.get(tab) ?? 0));
    },
    /** @param {Uint8Array} have */
    since: (have) => Y.encodeStateAsUpdate(doc, have),
    close: () => doc.destroy(),
  };
}

/** @param {Uint8Array[]} updates */
export const merge = (updates) => (updates.length > 1 ? Y.mergeUpdates(updates) : updates[0]);

/** The bytes of a binary message: an ArrayBuffer in browsers, a Buffer in Node.
 * @param {ArrayBuffer | Uint8Array} data */
export const bytes = (data) => (data instanceof ArrayBuffer ? new Uint8Array(data) : data);
