// One person's answers on this phone, as one: the server's, what is on its way, and what is a draft.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openDesk } from '../../../static/js/live/desk.js';

const KEPT = { '': { v: 'from the server', at: '2020-12-01T05:00:00.000Z', by: 7 } };
const quiet = () => new Promise((done) => setImmediate(done)).then(() => new Promise((done) => setImmediate(done)));

async function desk(send = () => new Promise(() => {})) {
  const opened = openDesk({ meeting: 'm', person: 7, data: () => 'd', send });
  await opened.ready;
  return opened;
}
const word = (opened, kept = KEPT) => [opened.cells('q', kept)[''], opened.states('q', kept)['']?.state];

test('what the server has is received', async () => assert.deepEqual(word(await desk()), ['from the server', 'received']));

test('a choice not yet sent is a draft, whatever the server has', async () => {
  const opened = await desk();
  opened.draft('q', '', 'chosen');
  assert.deepEqual(word(opened), ['chosen', 'draft']);
});

test('an answer without a line is kept on this phone', async () => {
  const opened = await desk();
  opened.draft('q', '', 'chosen');
  await opened.put('q', '', 'chosen');
  assert.deepEqual(word(opened), ['chosen', 'queued']);
});

test('with a line it is on its way until the server says that it is stored', async () => {
  let stored;
  const opened = await desk(() => new Promise((done) => (stored = done)));
  opened.line(true);
  await opened.put('q', '', 'sent');
  assert.deepEqual(word(opened), ['sent', 'sending']);
  stored({ seq: 9 });
  await quiet();
  assert.deepEqual([word(opened), opened.waiting()], [['from the server', 'received'], 0]);
});

test('words of a field that go by themselves are no draft one would have to send', async () => {
  const opened = await desk();
  opened.draft('q', '', { text: 'typing' }, true);
  assert.deepEqual(word(opened), [{ text: 'typing' }, 'received']);
});

test('what was typed after the sending stays a draft', async () => {
  const opened = await desk();
  opened.draft('q', '', { text: 'tea' }, true);
  const written = opened.cells('q')[''];
  await new Promise((done) => setTimeout(done, 5));
  opened.draft('q', '', { text: 'tea, milk' }, true);
  await opened.put('q', '', written, Date.now() - 60_000);
  assert.deepEqual(opened.cells('q')[''], { text: 'tea, milk' });
});

test('a refused answer says so, and shows what the server has again', async () => {
  const opened = await desk(async () => ({ refused: 'too-late', why: 'This was closed before you wrote.' }));
  opened.line(true);
  await opened.put('q', '', 'late');
  await quiet();
  const { state, why, value } = opened.states('q', KEPT)[''];
  assert.deepEqual([opened.cells('q', KEPT)[''], state, why, value], ['from the server', 'refused', 'This was closed before you wrote.', 'late']);
});

test('an answer that arrived late says so', async () => {
  const opened = await desk();
  assert.equal(opened.states('q', { '': { ...KEPT[''], late: true } })[''].state, 'late');
});
