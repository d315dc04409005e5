// What tests use in place of a <textarea> and of chance.

/** Enough of a <textarea> for the binding. */
export class Field extends EventTarget {
  constructor() {
    super();
    this.value = '';
    this.selectionStart = 0;
    this.selectionEnd = 0;
    this.selectionDirection = 'none';
    this.scrollTop = 0;
    this.ownerDocument = { activeElement: this };
  }

  setSelectionRange(start, end) {
    this.selectionStart = start;
    this.selectionEnd = end;
  }

  says(event) {
    this.dispatchEvent(new Event(event));
  }

  /** Put `words` in place of `from`..`to`, as a key or a paste does. */
  type(words, from = this.selectionStart, to = from) {
    this.value = this.value.slice(0, from) + words + this.value.slice(to);
    this.setSelectionRange(from + words.length, from + words.length);
    this.says('input');
  }
}

/** The same chances at every run. @param {number} seed */
export function dice(seed) {
  let state = (seed + 1) * 2654435761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

/** A place in `text` that is not inside an emoji. */
export function place(roll, text) {
  const at = roll(text.length + 1);
  const inside = at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1]) && /[\udc00-\udfff]/.test(text[at]);
  return inside ? at - 1 : at;
}

export const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd/;
