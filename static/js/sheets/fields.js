// @ts-check
/** The fields of a page that are bound to a sheet, and what they showed when something was typed last. */

/**
 * @typedef {HTMLTextAreaElement | HTMLInputElement} Field
 * @typedef {ReturnType<typeof import('./words.js').openWords>} Words
 */

/** @param {() => Words} words  the present ones */
export function openFields(words) {
  /** @type {Set<{el: Field, key: string, unbind: () => void}>} */
  const bound = new Set();
  /** @type {Record<string, string>} */
  let typed = {};

  /** @param {Field} el @param {string} key */
  const attach = (el, key) => words().bind(el, key, (shown) => void (typed[key] = shown));

  return {
    /** @param {Field} el @param {string} key @returns {() => void} unbind */
    bind(el, key) {
      const each = { el, key, unbind: attach(el, key) };
      bound.add(each);
      return () => {
        if (bound.delete(each)) each.unbind(); // closing the sheet may have done it already
      };
    },
    /** Take the last change of every field along, and let go of them until `attach`. */
    detach: () => bound.forEach((each) => each.unbind()),
    /** The words are others now. */
    attach: () => bound.forEach((each) => void (each.unbind = attach(each.el, each.key))),
    typed: () => typed,
    /** What was typed before, in an earlier page. @param {Record<string, string>} before */
    remember: (before) => void (typed = { ...before, ...typed }),
    /** Everything typed is stored or given back. */
    forget: () => void (typed = {}),
    close() {
      bound.forEach((each) => each.unbind());
      bound.clear();
    },
  };
}
