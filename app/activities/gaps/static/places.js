// @ts-check
/** The gaps in a prompt: the places `<span data-gap="token">` that the course left in its HTML. */
import { isSame } from '../../../../static/js/shared/spelling.js';

/**
 * The prompt with something written into each gap, as HTML. @param {string} html
 * @param {(token: string, number: number) => string} words  what stands in the gap; numbers begin with 1
 */
export function filled(html, words) {
  const holder = document.createElement('template'); // its content is inert: no image is asked for
  holder.innerHTML = html;
  holder.content.querySelectorAll('[data-gap]').forEach((place, at) => {
    place.textContent = words(place.getAttribute('data-gap') ?? '', at + 1);
  });
  return holder.innerHTML;
}

/** The prompt with its gaps numbered and empty. @param {string} html */
export const numbered = (html) => filled(html, (_token, number) => String(number));

/**
 * Whether a gap is filled right, to be shown after the reveal. @param {{t: string, choices?: any}} gap @param {any} value
 * @param {{right: {[gap: string]: string[]}, choices: {[gap: string]: string[]}}} solution
 */
export const isRight = (gap, value, solution) =>
  gap.choices ? solution.choices[gap.t].includes(value) : solution.right[gap.t].some((words) => isSame(words, value?.text));
