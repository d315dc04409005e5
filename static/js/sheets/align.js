// @ts-check
/** How what a field shows and what the shared text says lie beside each other while they differ.
 *
 * While an input method composes a word, what others write goes into the text but not into the field. This keeps the two
 * aligned, run by run: in BOTH, only in the TEXT (written by others, not shown yet), only in the FIELD (deleted by others,
 * still shown). A local change, given in positions of the field, comes out as changes of the text, and nothing is lost.
 */

const BOTH = 0;
const TEXT = 1;
const FIELD = 2;

/**
 * @typedef {{kind: number, length: number}} Run
 * @typedef {{at: number, remove: number, insert: string}} Op   a change of the text; later ones count on the earlier ones
 * @typedef {{retain?: number, insert?: any, delete?: number}[]} Delta   as Yjs tells a change of a text
 */

export class Alignment {
  /** @param {number} length  field and text are equal and this long */
  constructor(length) {
    /** @type {Run[]} */
    this.runs = [];
    add(this.runs, BOTH, length);
  }

  /** Others changed the text. @param {Delta} delta */
  remote(delta) {
    /** @type {Run[]} */
    const out = [];
    const rest = this.runs.map((run) => ({ ...run }));
    /** Passes over `count` characters of the text. @param {number} count @param {boolean} gone */
    const pass = (count, gone) => {
      while (count > 0 && rest.length) {
        const run = rest[0];
        if (run.kind === FIELD) {
          add(out, FIELD, run.length);
          rest.shift();
          continue;
        }
        const length = Math.min(run.length, count);
        if (!gone) add(out, run.kind, length);
        else if (run.kind === BOTH) add(out, FIELD, length);
        run.length -= length;
        count -= length;
        if (!run.length) rest.shift();
      }
    };
    for (const step of delta) {
      if (step.retain) pass(step.retain, false);
      else if (typeof step.insert === 'string') add(out, TEXT, step.insert.length);
      else if (step.delete) pass(step.delete, true);
    }
    for (const run of rest) add(out, run.kind, run.length);
    this.runs = out;
  }

  /**
   * The field changed at `at`: `removed` characters gave way to `inserted`. What must happen to the text.
   * New words stand right behind the character that is before them in the field: a word in the making stays together.
   * @param {number} at @param {number} removed @param {string} inserted @returns {Op[]}
   */
  local(at, removed, inserted) {
    /** @type {Run[]} */
    const out = [];
    /** @type {Op[]} */
    const ops = [];
    let field = 0;
    let text = 0;
    let placed = !inserted;
    const place = () => {
      if (placed) return;
      placed = true;
      ops.push({ at: text, remove: 0, insert: inserted });
      add(out, BOTH, inserted.length);
      text += inserted.length;
    };
    for (const { kind, length } of this.runs) {
      if (field === at) place();
      if (kind === TEXT) {
        add(out, TEXT, length);
        text += length;
        continue;
      }
      const before = clamp(at - field, length);
      const gone = clamp(at + removed - Math.max(field, at), length - before);
      const after = length - before - gone;
      add(out, kind, before);
      if (kind === BOTH) text += before;
      if (field + before === at && before < length) place();
      if (kind === BOTH && gone) ops.push({ at: text, remove: gone, insert: '' });
      add(out, kind, after);
      if (kind === BOTH) text += after;
      field += length;
    }
    place();
    this.runs = out;
    return ops;
  }

  /** Where a caret of the field stands in the text. @param {number} caret */
  toText(caret) {
    let field = 0;
    let text = 0;
    for (const { kind, length } of this.runs) {
      if (field === caret) break;
      const step = kind === TEXT ? 0 : Math.min(length, caret - field);
      field += step;
      if (kind === TEXT) text += length;
      else if (kind === BOTH) text += step;
    }
    return text;
  }

  /** True when the field shows the text. */
  get isEven() {
    return this.runs.every((run) => run.kind === BOTH);
  }
}

/** @param {Run[]} runs @param {number} kind @param {number} length */
function add(runs, kind, length) {
  if (!length) return;
  const last = runs[runs.length - 1];
  if (last?.kind === kind) last.length += length;
  else runs.push({ kind, length });
}

/** @param {number} value @param {number} most */
const clamp = (value, most) => Math.max(0, Math.min(value, most));
