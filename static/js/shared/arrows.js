// @ts-check
/** Arrow keys go from one button of a list to the next, and round at its ends. */

/** @param {KeyboardEvent} event @param {HTMLElement | null} list @param {string} [buttons]  which of its elements */
export function arrows(event, list, buttons = 'button') {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step || !list) return;
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(buttons)]);
  all[(all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step + all.length) % all.length]?.focus();
  event.preventDefault();
}
