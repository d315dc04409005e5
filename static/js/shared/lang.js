// @ts-check
/** The language whose script these words are in, where the script alone says it: for `lang` on what people wrote. */

const SCRIPTS = /** @type {[RegExp, string][]} */ ([
  [/[\u0d00-\u0d7f]/, 'ml'],
  [/[\u0c80-\u0cff]/, 'kn'],
  [/[\u0a80-\u0aff]/, 'gu'],
  [/[\u1780-\u17ff]/, 'km'],
  [/[\u0e80-\u0eff]/, 'lo'],
  [/[\u0e00-\u0e7f]/, 'th'],
]); // not Devanagari: Hindi, Marathi and Nepali share it

/** @param {string | null | undefined} words */
export const langOf = (words) => SCRIPTS.find(([script]) => script.test(words ?? ''))?.[1];
