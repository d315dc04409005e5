// @ts-check
/** A <textarea> and a shared text that stay the same, also while an input method composes a word.
 *
 * The rules of this file
 * - What is typed goes into the text at every input event, in the middle of a composed word too: phone keyboards compose
 *   every word, and a tab killed in mid-word must lose nothing.
 * - What others write waits for the end of the composition before it enters the field: a field that changes under an input
 *   method doubles or scrambles what it writes, Malayalam above all.
 * - The caret stays with the words it stood among. Nobody else may set the field's value.
 */
import { Alignment } from './align.js';
import { splice } from './splice.js';

/**
 * @param {import('yjs').Text} text
 * @param {HTMLTextAreaElement | HTMLInputElement} el
 * @param {object} [of]
 * @param {object} [of.origin]  marks our own transactions
 * @param {(shown: string) => void} [of.typed]  told what the field shows, before anything else is done with it
 * @param {(then: () => void) => void} [of.later]  some browsers write once more right after a composition ended
 * @returns {() => void} unbind
 */
export function bindText(text, el, { origin = {}, typed, later = (then) => void setTimeout(then, 0) } = {}) {
  const doc = /** @type {import('yjs').Doc} */ (text.doc);
  let shown = text.toString();
  let lie = new Alignment(shown.length);
  let composing = 0; // the number of the present composition; 0: none
  let compositions = 0;

  /** The field's change into the text. */
  function push() {
    const now = el.value;
    if (now === shown) return;
    typed?.(now);
    const { at, removed, inserted } = splice(shown, now, el.selectionEnd ?? now.length);
    const ops = lie.local(at, removed, inserted);
    shown = now;
    doc.transact(() => {
      for (const op of ops) {
        if (op.remove) text.delete(op.at, op.remove);
        else text.insert(op.at, op.insert);
      }
    }, origin);
  }

  /** The text into the field. */
  function show() {
    if (lie.isEven) return;
    const start = lie.toText(el.selectionStart ?? 0);
    const end = lie.toText(el.selectionEnd ?? 0);
    const { selectionDirection, scrollTop } = el;
    shown = text.toString();
    lie = new Alignment(shown.length);
    el.value = shown;
    if (el.ownerDocument.activeElement === el) { // elsewhere it would steal the focus on some phones
      el.setSelectionRange(start, end, selectionDirection ?? 'none');
    }
    el.scrollTop = scrollTop;
  }

  /** @param {import('yjs').YTextEvent} event @param {import('yjs').Transaction} transaction */
  function pull(event, transaction) {
    if (transaction.origin === origin) return;
    lie.remote(event.delta);
    if (composing) return;
    push(); // a change of the field that no event told yet must not be overwritten
    show();
  }

  function settle() {
    composing = 0;
    push();
    show();
  }
  const start = () => void (composing = ++compositions);
  const end = () => {
    push();
    const ended = composing;
    later(() => {
      if (composing === ended) settle();
    });
  };

  /** @type {[string, () => void][]} */
  const listeners = [
    ['input', push], ['change', push], ['blur', settle], ['compositionstart', start], ['compositionend', end],
  ];
  el.value = shown;
  for (const [event, listener] of listeners) el.addEventListener(event, listener);
  text.observe(pull);
  return () => {
    push();
    for (const [event, listener] of listeners) el.removeEventListener(event, listener);
    text.unobserve(pull);
  };
}
