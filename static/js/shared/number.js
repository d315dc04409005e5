// @ts-check
/** Numbers as people write them: 1,00,000 or 100000, ൧൨ or 12, ₹ 1,450.50 or 500/-. The server reads them by the same rules. */

const GROUPED = String.raw`\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+|\d+`;
const NUMBER = new RegExp(String.raw`^(?:₹|rs\.?)?\s*([+-]?(?:(?:${GROUPED})(?:\.\d+)?|\.\d+))\s*(?:/-)?$`, 'i');

/** @param {string} words @returns {number | null} null: not a number */
export function readNumber(words) {
  const found = NUMBER.exec(Array.from(words.trim(), plainDigit).join('').replace('−', '-'));
  return found ? Number(found[1].replace(/,/g, '')) : null;
}

/** Digits of any script stand in tens, each beginning with its zero. @param {string} char */
function plainDigit(char) {
  if (!/\p{Nd}/u.test(char)) return char;
  let zero = /** @type {number} */ (char.codePointAt(0));
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** 1,00,000 @param {number} number */
export const grouped = (number) => number.toLocaleString('en-IN', { maximumFractionDigits: 6 });
