// @ts-check
/**
 * Words for people: `_('Hello {name}', {name})` in the language of the page.
 *
 * English stands in the sources. The build puts the words of any other language in their place, in a script of its own;
 * then the forms of a number come as a list. Where there is no such script the page names a file of words in
 * `<html data-catalogue>`: render after `catalogueReady`. A message that has no translation is shown in English.
 */

/** @typedef {{plural: string, words: Record<string, string | string[]>}} Catalogue */

/** @type {Catalogue} */
let catalogue = { plural: typeof __PLURAL__ === 'undefined' ? '101' : __PLURAL__, words: {} };

/** Resolved when the words are here; also when they cannot be had, since English is better than an empty screen. */
export const catalogueReady = load(document.documentElement.dataset.catalogue);

/**
 * The message in the language of the page, its `{places}` filled in.
 * @param {string} message
 * @param {Record<string, unknown>} [values]
 */
export function _(message, values) {
  const found = catalogue.words[message];
  return fill(typeof found === 'string' ? found : message, values);
}

/**
 * The form of the message that goes with `n`, which is also the place `{n}`.
 * @param {string | string[]} one
 * @param {string} many
 * @param {number} n
 * @param {Record<string, unknown>} [values]
 */
export function ngettext(one, many, n, values) {
  const forms = Array.isArray(one) ? one : catalogue.words[one] ?? [];
  return fill(forms[form(n)] ?? (n === 1 ? one : many), { n, ...values });
}

/** @param {number} n */
function form(n) {
  // One digit for each number; from 100 on the last two digits decide, and the last digit stands for all that follow.
  const at = n < 100 ? n : 100 + (n % 100);
  return Number(catalogue.plural[Math.min(Math.floor(at), catalogue.plural.length - 1)]);
}

/** @param {string} message @param {Record<string, unknown>} [values] */
function fill(message, values) {
  return values ? message.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place)) : message;
}

/** @param {string | undefined} address */
async function load(address) {
  if (!address) return;
  try {
    const response = await fetch(address);
    if (response.ok) catalogue = await response.json();
  } catch {
    // No line and not kept yet: the page goes on in English.
  }
}
