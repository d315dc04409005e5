// Random hours of a group: four phones, bad lines, lost answers, killed tabs. Every token arrives exactly once.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { BROKEN, dice, place } from './field.mjs';
import { Server, Tab, pass, settle } from './world.mjs';

const RUNS = process.env.LONG ? 400 : 50;
const LETTERS = ['a', 'മ', 'ലി', 'ന്\u200d', '😀'];

for (const kind of ['adding only', 'deleting too']) {
  test(`nothing is lost, nothing comes twice, all phones agree (${RUNS} random hours, ${kind})`, async () => {
    for (let seed = 0; seed < RUNS; seed++) await hour(seed, kind === 'deleting too');
  });
}

async function hour(seed, deleting) {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_800_000_000_000 });
  const roll = dice(seed);
  const server = new Server();
  const tokens = [];
  const phones = [1, 2, 3].map((person) => {
    const tab = new Tab(server, person, { live: roll(4) > 0 });
    return { tab, el: tab.field() };
  });
  const say = (el, more = '') => {
    const token = `<${seed}.${tokens.length}${LETTERS[roll(LETTERS.length)]}${more}>`;
    tokens.push(token);
    return token;
  };
  for (let step = 0; step < 40; step++) {
    const phone = phones[roll(phones.length)];
    const { el } = phone;
    // Tokens are set beside others, never into one: so each must be found whole.
    const seams = [0, ...[...el.value.matchAll(/>/g)].map((found) => found.index + 1)];
    const at = seams[roll(seams.length)];
    switch (roll(9)) {
      case 0: case 1:
        el.type(say(el), at);
        break;
      case 2: { // composed letter by letter, and perhaps killed in the middle
        const token = say(el, 'യാളം');
        el.says('compositionstart');
        for (let end = 1; end <= token.length; end++) {
          if (/[\udc00-\udfff]/.test(token[end] ?? '')) continue;
          el.type(token.slice(0, end), at, at + el.selectionStart - at > at && end > 1 ? el.selectionStart : at);
          if (roll(3) === 0) await settle();
        }
        if (roll(3)) el.says('compositionend');
        break;
      }
      case 3:
        if (deleting && el.value) {
          const [from, to] = [place(roll, el.value), place(roll, el.value)].sort((a, b) => a - b);
          el.type('', from, to);
        }
        break;
      case 4:
        if (phone.tab.link.line === 'live') phone.tab.link.cut();
        else phone.tab.link.back();
        break;
      case 5:
        phone.tab.link.trip = [0, 0, 400, 3_000][roll(4)];
        phone.tab.link.deaf = roll(3) === 0;
        break;
      case 6:
        phone.tab = phone.tab.kill({ live: roll(2) > 0 });
        if (roll(2)) await phone.tab.sheet.ready;
        phone.el = phone.tab.field();
        break;
      case 7: {
        let failing = roll(4);
        server.refusal = () => (failing-- > 0 ? { again: true, why: 'busy' } : null);
        break;
      }
      default:
        await pass([100, 1_000, 5_000, 20_000][roll(4)], 1_000);
    }
  }
  server.refusal = null;
  for (const { tab, el } of phones) {
    await tab.sheet.ready;
    tab.link.trip = 0;
    tab.link.deaf = false;
    if (tab.link.line !== 'live') tab.link.back();
    el.says('blur');
  }
  for (let turn = 0; turn < 12 && phones.some(({ tab }) => tab.sheet.unsent() || !tab.sheet.joined); turn++) await pass(10_000, 2_500);
  const words = server.text('who');
  for (const { tab, el } of phones) {
    assert.equal(tab.sheet.unsent(), 0, `seed ${seed}: still unsent`);
    assert.deepEqual(tab.sheet.rescued(), [], `seed ${seed}: given back`);
    assert.equal(tab.sheet.text('who'), words, `seed ${seed}: a phone differs`);
    assert.equal(el.value, words, `seed ${seed}: a field differs`);
  }
  assert.doesNotMatch(words, BROKEN, `seed ${seed}: half an emoji`);
  for (const token of tokens) {
    const times = words.split(token).length - 1;
    assert.ok(deleting ? times <= 1 : times === 1, `seed ${seed}: "${token}" is there ${times} times in ${words}`);
  }
  if (!deleting) assert.equal(words.length, tokens.join('').length, `seed ${seed}`);
  for (const { tab } of phones) await tab.sheet.close();
}
