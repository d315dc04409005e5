// A field bound to a shared text: what is typed is never lost, whatever an input method and other people do meanwhile.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import { Alignment } from '../../../static/js/sheets/align.js';
import { bindText } from '../../../static/js/sheets/bind.js';
import { splice } from '../../../static/js/sheets/splice.js';
import { BROKEN, Field, dice, place } from './field.mjs';

const RUNS = process.env.LONG ? 20_000 : 3_000;
const WORDS = ['a', 'b', 'aa', 'മ', 'ലി', 'ന്\u200d', '😀', '👩‍🌾', '\n'];

/** A field on its own phone, and another phone with the same text. */
function pair({ now = true } = {}) {
  const mine = new Y.Doc();
  const other = new Y.Doc();
  const toMine = [];
  const toOther = [];
  mine.on('update', (update, origin) => origin !== 'far' && toOther.push(update));
  other.on('update', (update, origin) => origin !== 'far' && toMine.push(update));
  const deliver = () => {
    for (const update of toMine.splice(0)) Y.applyUpdate(mine, update, 'far');
    for (const update of toOther.splice(0)) Y.applyUpdate(other, update, 'far');
  };
  const el = new Field();
  const later = [];
  const unbind = bindText(mine.getText('t'), el, { later: (then) => (now ? then() : later.push(then)) });
  return {
    el, deliver, unbind, mine: mine.getText('t'), other: other.getText('t'),
    settle: () => later.splice(0).forEach((then) => then()),
    far: (change) => {
      deliver();
      change(other.getText('t'));
      deliver();
    },
  };
}

test('what is typed is in the text at once, what others type is in the field at once', () => {
  const { el, mine, far } = pair();
  el.type('Asha');
  assert.equal(mine.toString(), 'Asha');
  far((text) => text.insert(4, ' Bina'));
  assert.equal(el.value, 'Asha Bina');
});

test('the caret stays with the words it stood among', () => {
  const { el, far } = pair();
  el.type('one three');
  el.setSelectionRange(4, 9);
  far((text) => text.insert(0, 'zero '));
  assert.deepEqual([el.selectionStart, el.selectionEnd], [9, 14]);
  far((text) => text.delete(0, 12));
  assert.deepEqual([el.value, el.selectionStart, el.selectionEnd], ['ee', 0, 2]);
});

test('the focus is not stolen', () => {
  const { el, far } = pair();
  el.ownerDocument.activeElement = null;
  el.setSelectionRange = () => assert.fail('moved the caret of a field that nobody is in');
  far((text) => text.insert(0, 'x'));
  assert.equal(el.value, 'x');
});

test('a word in the making is sent while it is composed, and others wait for its end', () => {
  const { el, deliver, other, far } = pair();
  el.type('x ');
  el.says('compositionstart');
  el.type('മ');
  deliver();
  assert.equal(other.toString(), 'x മ');
  far((text) => text.insert(0, 'far '));
  assert.equal(el.value, 'x മ');
  el.type('മലയ', 2, 3);
  deliver();
  assert.equal(other.toString(), 'far x മലയ');
  el.says('compositionend');
  assert.equal(el.value, 'far x മലയ');
  assert.equal(el.selectionStart, 'far x മലയ'.length);
});

test('a word in the making stays together when others write right beside it', () => {
  const { el, far, mine } = pair();
  el.says('compositionstart');
  el.type('മ');
  far((text) => text.insert(1, '|'));
  el.type('ലയാളം', 1);
  el.says('compositionend');
  assert.equal(mine.toString(), 'മലയാളം|');
});

test('a word that others deleted while it was composed keeps only what came after', () => {
  const { el, far, mine } = pair();
  el.says('compositionstart');
  el.type('ab');
  far((text) => text.delete(0, 2));
  assert.equal(el.value, 'ab');
  el.type('c', 2);
  el.says('compositionend');
  assert.equal(mine.toString(), 'c');
  assert.equal(el.value, 'c');
});

test('a composition that never ends, ends when the field is left', () => {
  const { el, far } = pair();
  el.says('compositionstart');
  el.type('x');
  far((text) => text.insert(1, 'y'));
  el.says('blur');
  assert.equal(el.value, 'xy');
});

test('the next composition begins before the last one is settled: still nobody disturbs it', () => {
  const { el, far, settle } = pair({ now: false });
  el.says('compositionstart');
  el.type('x');
  far((text) => text.insert(0, 'far '));
  el.says('compositionend');
  el.says('compositionstart');
  settle();
  assert.equal(el.value, 'x');
  el.says('compositionend');
  settle();
  assert.equal(el.value, 'far x');
});

test('an emoji is exchanged whole, though two of them share their first half', () => {
  const { el, mine } = pair();
  el.type('😀');
  el.type('😁', 0, 2);
  assert.equal(mine.toString(), '😁');
  assert.deepEqual(splice('a😀b', 'a😁b', 3), { at: 1, removed: 2, inserted: '😁' });
  assert.deepEqual(splice('😀', '😀😀', 2), { at: 0, removed: 0, inserted: '😀' });
});

test('among equal letters the caret says which one is new', () => {
  assert.deepEqual(splice('aaa', 'aaaa', 2), { at: 1, removed: 0, inserted: 'a' });
  assert.deepEqual(splice('aaa', 'aa', 1), { at: 1, removed: 1, inserted: '' });
});

test('unbinding takes the last change along and lets go of the field', () => {
  const { el, mine, unbind, far } = pair();
  el.value = 'last';
  unbind();
  assert.equal(mine.toString(), 'last');
  far((text) => text.insert(0, 'x'));
  el.type('y', 4);
  assert.deepEqual([el.value, mine.toString()], ['lasty', 'xlast']);
});

test('an alignment always says the truth about both sides (4,000 random runs)', () => {
  for (let seed = 0; seed < 4_000; seed++) {
    const roll = dice(seed);
    let next = 0x4e00; // every character is another one, so that a mix-up shows
    const fresh = (count) => String.fromCharCode(...Array.from({ length: count }, () => next++));
    let text = fresh(roll(8));
    let field = text;
    const lie = new Alignment(text.length);
    for (let step = 0; step < 12; step++) {
      if (roll(2)) {
        const at = roll(field.length + 1);
        const removed = roll(2) ? roll(field.length - at + 1) : 0;
        const inserted = fresh(roll(3));
        const foreign = [...text].filter((char) => !field.includes(char));
        for (const op of lie.local(at, removed, inserted)) text = text.slice(0, op.at) + op.insert + text.slice(op.at + op.remove);
        field = field.slice(0, at) + inserted + field.slice(at + removed);
        assert.deepEqual([...text].filter((char) => !field.includes(char)), foreign, `seed ${seed}: a local change took foreign words`);
      } else {
        const at = roll(text.length + 1);
        const gone = roll(2) ? roll(text.length - at + 1) : 0;
        const insert = fresh(roll(3));
        lie.remote([{ retain: at }, { insert }, { delete: gone }]);
        text = text.slice(0, at) + insert + text.slice(at + gone);
      }
      const both = [...field].filter((char) => text.includes(char)).join('');
      const sides = { text: '', field: '', both: '' };
      let [t, f] = [0, 0];
      for (const { kind, length } of lie.runs) {
        if (kind === 0) {
          assert.equal(text.slice(t, t + length), field.slice(f, f + length), `seed ${seed}`);
          sides.both += text.slice(t, t + length);
        }
        if (kind !== 2) sides.text += text.slice(t, (t += length));
        if (kind !== 1) sides.field += field.slice(f, (f += length));
      }
      assert.deepEqual(sides, { text, field, both }, `seed ${seed}`);
    }
  }
});

test(`nothing is lost and nothing breaks (${RUNS} random runs with compositions, others and kills in mid-word)`, () => {
  for (let seed = 0; seed < RUNS; seed++) {
    const roll = dice(seed);
    const now = seed % 3 > 0;
    const addsOnly = seed % 2 === 0;
    const { el, deliver, settle, mine, other } = pair({ now });
    let written = 0;
    const word = () => {
      const chosen = WORDS[roll(WORDS.length)];
      written += chosen.length;
      return chosen;
    };
    const farEdit = () => {
      const text = other.toString();
      const at = place(roll, text);
      const to = place(roll, text);
      if (!addsOnly && roll(3) === 0 && to > at) other.delete(at, to - at);
      else other.insert(at, word());
    };
    const nearEdit = () => {
      const at = place(roll, el.value);
      const to = place(roll, el.value);
      if (addsOnly || roll(3)) el.type(word(), at);
      else el.type(roll(2) ? WORDS[roll(WORDS.length)] : '', Math.min(at, to), Math.max(at, to));
    };
    /** An input method: the word grows, shrinks and is put in place of itself while others go on. */
    const compose = (steps) => {
      el.says('compositionstart');
      const at = place(roll, el.value);
      const to = addsOnly ? at : Math.max(at, place(roll, el.value));
      let made = el.value.slice(at, to); // a keyboard may take up a word that stands there already
      const old = made.length;
      for (let step = 0; step < steps; step++) {
        const grown = roll(4) ? made + WORDS[roll(WORDS.length)] : made.slice(0, place(roll, made));
        const wanted = addsOnly && grown.length < old ? made : grown;
        el.type(wanted, at, at + made.length);
        made = wanted;
        if (roll(2)) farEdit();
        if (roll(2)) deliver();
      }
      written += made.length - old;
    };
    for (let step = 0; step < 14; step++) {
      const kind = roll(6);
      if (kind < 2) nearEdit();
      else if (kind < 4) farEdit();
      else if (kind === 4) deliver();
      else {
        compose(1 + roll(4));
        if (roll(8) === 0) continue; // the end is never told; the next start or blur must do
        el.says('compositionend');
        if (roll(2)) settle();
      }
    }
    const killed = seed % 5 === 0;
    if (killed) { // in mid-word: no end, no blur; what the other phone gets is all there is
      compose(3);
      const typed = el.value;
      deliver();
      if (addsOnly) for (const char of new Set(typed)) {
        const count = (text) => text.split(char).length;
        assert.ok(count(other.toString()) >= count(typed), `seed ${seed}: "${char}" lost`);
      }
    } else {
      el.says('compositionend');
      settle();
      el.says('blur');
      deliver();
      assert.equal(el.value, mine.toString(), `seed ${seed}: field and text differ`);
    }
    deliver();
    assert.equal(mine.toString(), other.toString(), `seed ${seed}: the phones differ`);
    if (addsOnly) assert.equal(mine.length, written, `seed ${seed}: ${written} written, ${mine.length} there`);
    assert.doesNotMatch(mine.toString(), BROKEN, `seed ${seed}: half an emoji`);
    assert.doesNotMatch(el.value, BROKEN, `seed ${seed}: half an emoji shown`);
  }
});
