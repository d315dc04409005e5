// One sheet on several phones: every letter arrives once, whatever lines and tabs do.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import * as Y from 'yjs';
import { leftovers, rescuedWords } from '../../../static/js/sheets/keep.js';
import { sendLeftovers } from '../../../static/js/sheets/leftovers.js';
import { Line, Memory, PLACE, Server, Tab, pass, settle } from './world.mjs';

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_800_000_000_000 });
});

const sent = (server) => server.asked.filter(([event]) => event === 'sheet_update').map(([, message]) => message);
const inMalayalam = 'അവൻ\u200d കുടുംബശ്രീ\u200cയിൽ';

async function open(server, person, more) {
  const tab = new Tab(server, person, more);
  await tab.sheet.ready;
  await settle();
  return tab;
}

test('what one types, the other reads, and the field says that it was received', async () => {
  const server = new Server();
  const [asha, bina] = [await open(server, 1), await open(server, 2)];
  asha.field().type(inMalayalam);
  await settle();
  assert.equal(server.text('who'), inMalayalam);
  assert.equal(bina.field().value, inMalayalam);
  assert.deepEqual(asha.sheet.state('who'), { state: 'received', at: 1_800_000_000_000 });
  assert.equal(asha.sheet.unsent(), 0);
});

test('nothing is called received before the server said so', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.trip = 400;
  asha.field().type('x');
  assert.equal(asha.sheet.state('who').state, 'sending');
  await pass(250);
  assert.equal(server.text('who'), 'x');
  assert.equal(asha.sheet.state('who').state, 'sending');
  await pass(250);
  assert.equal(asha.sheet.state('who').state, 'received');
});

test('the first letter goes at once, the next ones together once a second', async () => {
  const server = new Server();
  const el = (await open(server, 1)).field();
  for (const letter of 'abcdef') {
    el.type(letter);
    await pass(150, 50);
  }
  await pass(500, 50);
  assert.equal(server.text('who'), 'abcdef');
  assert.equal(sent(server).length, 2);
});

test('a word is sent while it is composed', async () => {
  const server = new Server();
  const el = (await open(server, 1)).field();
  el.says('compositionstart');
  el.type('മ');
  await settle();
  assert.equal(server.text('who'), 'മ');
});

test('typed without a line: queued, kept, and sent with its age when the line is back', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  const el = asha.field();
  asha.link.cut();
  el.type('early ');
  assert.equal(asha.sheet.state('who').state, 'queued');
  await pass(60_000, 5_000);
  el.type('late');
  await pass(30_000, 5_000);
  assert.equal(asha.sheet.unsent(), 2);
  asha.link.back();
  await settle();
  assert.equal(server.text('who'), 'early late');
  assert.deepEqual(sent(server).map(({ age }) => age), [90_000, 30_000]);
  assert.equal(asha.sheet.state('who').state, 'received');
});

test('a tab killed in mid-word without a line loses nothing, and sends it once it is opened again', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.field('why').type('known. ');
  await pass(1_500);
  asha.link.cut();
  const el = asha.field('why');
  el.says('compositionstart');
  el.type('മലയാ');
  const again = asha.kill({ live: false });
  await again.sheet.ready;
  assert.equal(again.sheet.text('why'), 'മലയാknown. ');
  assert.equal(again.sheet.state('why').state, 'queued');
  again.link.back();
  await settle();
  assert.equal(server.text('why'), 'മലയാknown. ');
  assert.equal(again.sheet.unsent(), 0);
});

test('words of others are there again after a reload without a line, also those that ours build on', async () => {
  const server = new Server();
  const [asha, bina] = [await open(server, 1), await open(server, 2)];
  asha.field().type('from Asha, ');
  await settle();
  const el = bina.field();
  el.type('Bina', el.value.length);
  bina.link.cut();
  const again = bina.kill({ live: false });
  await again.sheet.ready;
  assert.equal(again.sheet.text('who'), 'from Asha, Bina');
});

test('an answer that got lost makes no second copy', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.deaf = true;
  asha.field().type('once');
  await pass(7_000);
  asha.link.deaf = false;
  await pass(30_000);
  assert.equal(server.text('who'), 'once');
  assert.ok(sent(server).length > 1);
  assert.equal(new Set(sent(server).map(({ id }) => id)).size, 1);
  assert.equal(asha.sheet.unsent(), 0);
});

test('"again" is tried again, in order', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  let failing = 3;
  server.refusal = () => (failing-- > 0 ? { again: true, why: 'busy' } : null);
  const el = asha.field();
  el.type('one ');
  await pass(1_200);
  el.type('two');
  await pass(60_000);
  assert.equal(server.text('who'), 'one two');
  assert.equal(asha.sheet.unsent(), 0);
});

test('what is refused for good can be copied, and the sheet is the server\'s again', async () => {
  const server = new Server();
  const [asha, bina] = [await open(server, 1), await open(server, 2)];
  const el = asha.field();
  el.type('in time.');
  await pass(1_500);
  server.refusal = () => ({ refused: 'too-late', why: 'It was closed.' });
  el.type(' too late');
  await pass(1_500);
  assert.deepEqual(asha.sheet.rescued().map(({ key, text, code, why }) => ({ key, text, code, why })), [
    { key: 'who', text: 'in time. too late', code: 'too-late', why: 'It was closed.' },
  ]);
  assert.equal(asha.sheet.state('who').state, 'refused');
  assert.equal(el.value, 'in time.');
  server.refusal = null;
  el.type(' Reopened.', 8);
  await pass(3_000);
  assert.equal(bina.sheet.text('who'), 'in time. Reopened.');
  const reopened = asha.kill();
  await reopened.sheet.ready;
  assert.equal(reopened.sheet.rescued()[0].text, 'in time. too late');
  reopened.sheet.forget(reopened.sheet.rescued()[0]);
  assert.deepEqual(reopened.sheet.rescued(), []);
  assert.equal(reopened.sheet.state('who').state, 'received');
});

test('what was written in time counts though what came after it is refused', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  const el = asha.field();
  asha.link.cut();
  el.type('in time');
  await pass(20_000, 5_000);
  el.type(', too late');
  await pass(10_000, 5_000);
  server.refusal = ({ age }) => (age < 15_000 ? { refused: 'too-late', why: 'It was closed.' } : null);
  asha.link.back();
  await pass(2_000);
  assert.equal(server.text('who'), 'in time');
  assert.equal(el.value, 'in time');
  assert.equal(asha.sheet.rescued()[0].text, 'in time, too late');
});

test('nothing is ever sent for another person or to another data set', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.cut();
  asha.field().type('hers');
  const bina = asha.kill({ person: 2 });
  await bina.sheet.ready;
  await pass(2_000);
  assert.equal(bina.sheet.text('who'), '');
  const elsewhere = bina.kill({ person: 1, place: { ...PLACE, data: 'data-2' } });
  await elsewhere.sheet.ready;
  await pass(2_000);
  assert.deepEqual([server.text('who'), sent(server).length], ['', 0]);
  const home = elsewhere.kill({ place: PLACE });
  await home.sheet.ready;
  await pass(2_000);
  assert.equal(server.text('who'), 'hers');
});

test('a server that turns out to have other data gets nothing', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.cut();
  asha.field().type('hers');
  asha.link.data = 'data-2';
  asha.link.back();
  await pass(5_000);
  assert.equal(sent(server).length, 0);
  assert.equal(asha.sheet.unsent(), 1);
});

test('a server set back to an older copy gets everything again', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  const el = asha.field();
  el.type('before, ');
  await pass(1_500);
  const [backup, ids] = [[...server.updates], new Set(server.ids)];
  el.type('after');
  await pass(1_500);
  asha.link.cut();
  Object.assign(server, { updates: backup, ids });
  asha.link.back();
  await pass(1_500);
  assert.equal(server.text('who'), 'before, after');
});

test('a word whose forerunner the server lost arrives all the same', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  const el = asha.field();
  el.type('before, ');
  await pass(1_500);
  server.updates = [];
  server.ids.clear();
  el.type('after');
  await pass(5_000);
  assert.equal(server.text('who'), 'before, after');
  assert.deepEqual(asha.sheet.rescued(), []);
});

test('a change that was missed on the way is fetched', async () => {
  const server = new Server();
  const [asha, bina] = [await open(server, 1), await open(server, 2)];
  const el = asha.field();
  bina.link.joined = false;
  el.type('missed, ');
  await pass(1_500);
  bina.link.joined = true;
  el.type('heard');
  await pass(1_500);
  assert.equal(bina.sheet.text('who'), 'missed, heard');
});

test('two tabs of one person lose nothing to each other', async () => {
  const server = new Server();
  const memory = new Memory();
  const [one, two] = [await open(server, 1, { memory, live: false }), await open(server, 1, { memory, live: false })];
  one.field('who').type('one');
  two.field('why').type('two');
  one.kill({ live: false });
  const left = two.kill();
  await left.sheet.ready;
  await pass(2_000);
  assert.deepEqual([server.text('who'), server.text('why')], ['one', 'two']);
});

test('one hears who writes where, for a few seconds', async () => {
  const server = new Server();
  const [asha, bina] = [await open(server, 1), await open(server, 2)];
  asha.field('why').type('x');
  await settle();
  assert.deepEqual([bina.sheet.writers('why'), bina.sheet.writers('who')], [[1], []]);
  bina.link.tell('typing', { run: 'map', cell: 'who', person: 3 });
  assert.deepEqual(bina.sheet.writers('who'), [3]);
  await pass(5_000);
  assert.deepEqual([bina.sheet.writers('why'), bina.sheet.writers('who')], [[], []]);
});

test('the phone knows which sheets it still has to send, without loading Yjs', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.cut();
  asha.field().type('x');
  await settle();
  const mine = { ...PLACE, person: 1 };
  const store = asha.memory.forTab({});
  assert.deepEqual(await leftovers(store, mine), [{ run: 'map', group: 'g1' }]);
  assert.deepEqual(await leftovers(store, { ...mine, person: 2 }), []);
  asha.link.back();
  await pass(2_000);
  assert.deepEqual(await leftovers(store, mine), []);
});

test('words in a sheet that nobody opens again are sent all the same, each time the line is there', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.cut();
  asha.field().type('written, then killed');
  asha.kill({ live: false });
  await settle();
  const line = new Line(server, 1, { live: false });
  sendLeftovers(line, { meeting: 'm1', person: 1, store: asha.memory.forTab({}) });
  line.back();
  for (let turn = 0; turn < 20 && !server.text('who'); turn++) await settle(); // the large part is loaded meanwhile
  assert.equal(server.text('who'), 'written, then killed');
  await pass(1_000);
  assert.deepEqual(await leftovers(asha.memory.forTab({}), { ...PLACE, person: 1 }), []);
});

test('refused words of all sheets can be listed without opening them', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  server.refusal = () => ({ refused: 'too-late', why: 'It was closed.' });
  asha.field().type('x');
  await settle();
  const words = await rescuedWords(asha.memory.forTab({}), { ...PLACE, person: 1 });
  assert.deepEqual(words.map(({ run, group, key, text, code }) => [run, group, key, text, code]), [['map', 'g1', 'who', 'x', 'too-late']]);
  assert.deepEqual(await rescuedWords(asha.memory.forTab({}), { ...PLACE, person: 2 }), []);
});

test('what cannot be read as a document is given back as it stood in the field', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.cut();
  asha.field().type('precious');
  await settle();
  for (const record of asha.memory.kept.values()) {
    if (record.part === 'log') record.entries[0].update = new Uint8Array([1, 1, 1]);
  }
  const again = asha.kill();
  await again.sheet.ready;
  await pass(2_000);
  assert.deepEqual(again.sheet.rescued().map(({ text, code }) => [text, code]), [['precious', 'unreadable']]);
});

test('a sheet is closed without losing what was typed last', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.link.cut();
  asha.field().type('last');
  await asha.sheet.close();
  const again = asha.kill();
  await again.sheet.ready;
  await pass(2_000);
  assert.equal(server.text('who'), 'last');
});

test('a vector and an update travel as bytes', async () => {
  const server = new Server();
  const asha = await open(server, 1);
  asha.field().type('x');
  await settle();
  const [[, join], [, update]] = server.asked;
  assert.ok(join.have instanceof Uint8Array && update.update instanceof Uint8Array);
  assert.ok(update.id.length <= 36);
  assert.deepEqual(Object.keys(update).sort(), ['age', 'group', 'id', 'run', 'update']);
  assert.equal(Y.decodeStateVector(join.have).size, 0);
});
