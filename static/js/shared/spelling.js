// @ts-check
/** Whether two people wrote the same words: for showing which bar is right and which is one's own. The server marks, by the
 * same rules (`app/activities/spelling.py`, which says why); `tests/activities/spellings.json` holds both to them. */

const VIRAMA = '\u0d4d';
const CHILLUS = /** @type {{[chillu: string]: string}} */ ({ 'ൺ': 'ണ', 'ൻ': 'ന', 'ർ': 'ര', 'ൽ': 'ല', 'ൾ': 'ള', 'ൿ': 'ക' });

/** The form in which two spellings of the same words are equal. @param {string | null | undefined} words */
export function fold(words) {
  const plain = (words ?? '').normalize('NFC')
    .replace(/[ൺ-ൿ]/g, (chillu) => CHILLUS[chillu] + VIRAMA)
    .replace(/\u0d4c/g, '\u0d57').replace(/[\u2019\u02bc]/g, "'").replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .toLowerCase().normalize('NFC').replace(/\u0d4d+/g, VIRAMA).replace(/\s+/g, ' ').trim();
  return plain.replace(/^[\p{P}\p{Z}]+|[\p{P}\p{Z}]+$/gu, '') || plain;
}

/** @param {string | null | undefined} one @param {string | null | undefined} other */
export const isSame = (one, other) => fold(one) === fold(other);
