// @ts-check
/** The one change that leads from a text to another, found where the caret is, never through the middle of a character. */

/**
 * @param {string} before @param {string} after
 * @param {number} caret  where the caret stands in `after`: in "aaa" only it knows which a is the new one
 * @returns {{at: number, removed: number, inserted: string}}
 */
export function splice(before, after, caret) {
  const shorter = Math.min(before.length, after.length);
  let tail = 0;
  const mostTail = Math.min(shorter, after.length - caret);
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  let at = 0;
  while (at < shorter - tail && before[at] === after[at]) at++;
  if (cutsPair(before, at) || cutsPair(after, at)) at--;
  if (cutsPair(before, before.length - tail) || cutsPair(after, after.length - tail)) tail--;
  return { at, removed: before.length - tail - at, inserted: after.slice(at, after.length - tail) };
}

/** True when `at` is between the two halves of a surrogate pair. @param {string} text @param {number} at */
export function cutsPair(text, at) {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

/** @param {number} unit */
const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
/** @param {number} unit */
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;
