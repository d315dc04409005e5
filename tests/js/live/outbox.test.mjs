// The outbox: what a person wrote leaves her phone only when the server has it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openOutbox } from '../../../static/js/live/outbox.js';

/** A phone's disk that outlives the page. */
function disk() {
  const kept = new Map();
  return {
    kept,
    all: async () => structuredClone([...kept]),
    get: async (key) => structuredClone(kept.get(key)),
    set: async (key, value) => void kept.set(key, structuredClone(value)),
    drop: async (key) => void kept.delete(key),
  };
}

/** An outbox, its disk, a clock one can turn, and a server that answers what one wants. */
function phone({ keep = disk(), person = 7, data = 'd1', answer = async () => ({ seq: 1 }) } = {}) {
  const world = { keep, time: 1_000_000, sent: [], settled: [], refused: [], answer };
  world.box = openOutbox({
    meeting: 'm', person, data: () => data, now: () => world.time, keep,
    send: (message) => {
      world.sent.push(message);
      return world.answer(message);
    },
    settled: (entry) => world.settled.push(entry.body.value),
    refused: (entry, reply) => world.refused.push(reply.refused),
  });
  return world;
}

const answer = (value, cell = '', run = 'q') => ({ type: 'answer', run, cell, value });
const quiet = () => new Promise((done) => setImmediate(done)).then(() => new Promise((done) => setImmediate(done)));

test('without a line nothing is sent, and everything is on the disk', async () => {
  const { box, keep, sent } = phone();
  await box.ready;
  await box.put(answer('a'));
  assert.deepEqual(sent, []);
  assert.deepEqual([...keep.kept.values()].map((entry) => entry.body.value), ['a']);
});

test('an entry leaves only when the server has stored it', async () => {
  const world = phone();
  await world.box.ready;
  await world.box.put(answer('a'));
  world.box.line(true);
  await quiet();
  assert.deepEqual(world.settled, ['a']);
  assert.equal(world.keep.kept.size, 0);
});

test('after a reload the same entry goes with the same id and its age from the first writing', async () => {
  const before = phone();
  await before.box.ready;
  const { id } = await before.box.put(answer('a'));
  const after = phone({ keep: before.keep });
  after.time = before.time + 90_000;
  await after.box.ready;
  after.box.line(true);
  await quiet();
  assert.deepEqual(after.sent, [{ ...answer('a'), id, age: 90_000 }]);
});

test('what was not heard is sent again with the same id', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const world = phone({ answer: async () => Promise.reject(new Error('gone')) });
  await world.box.ready;
  await world.box.put(answer('a'));
  world.box.line(true);
  await quiet();
  assert.equal(world.box.waiting().length, 1);
  world.answer = async () => ({ seq: 4 });
  t.mock.timers.tick(2_000);
  await quiet();
  assert.deepEqual(world.settled, ['a']);
  assert.equal(new Set(world.sent.map(({ id }) => id)).size, 1);
});

test('"again" keeps the entry', async () => {
  const world = phone({ answer: async () => ({ again: true, why: 'one moment' }) });
  await world.box.ready;
  await world.box.put(answer('a'));
  world.box.line(true);
  await quiet();
  world.box.line(false);
  assert.equal(world.box.waiting().length, 1);
  assert.equal(world.keep.kept.size, 1);
});

test('a later answer to the same cell takes the place of a waiting one', async () => {
  const world = phone();
  await world.box.ready;
  await world.box.put(answer('a'));
  world.time += 5_000;
  await world.box.put(answer('b'));
  await world.box.put(answer('x', 'other'));
  world.box.line(true);
  await quiet();
  assert.deepEqual(world.settled.sort(), ['b', 'x']);
});

test('what was written a minute before stays beside the later one, for it may have been in time', async () => {
  const world = phone();
  await world.box.ready;
  await world.box.put(answer('before closing'));
  for (let i = 0; i < 4; i += 1) {
    world.time += 25_000;
    await world.box.put(answer(`later ${i}`));
  }
  world.box.line(true);
  await quiet();
  await quiet();
  assert.deepEqual(world.settled, ['later 1', 'later 3']);
});

test('an answer that is under way is not replaced but followed', async () => {
  let arrive;
  const world = phone({ answer: () => new Promise((done) => (arrive = done)) });
  await world.box.ready;
  await world.box.put(answer('a'));
  world.box.line(true);
  await world.box.put(answer('b'));
  assert.deepEqual(world.sent.map(({ value }) => value), ['a']);
  arrive({ seq: 1 });
  await quiet();
  assert.deepEqual(world.sent.map(({ value }) => value), ['a', 'b']);
});

test('commands to one activity keep their order, answers to different cells travel together', async () => {
  const world = phone({ answer: () => new Promise(() => {}) });
  await world.box.ready;
  await world.box.put(answer('a', 'one'));
  await world.box.put(answer('b', 'two'));
  await world.box.put({ type: 'unfold', run: 'q' });
  await world.box.put(answer('c', '', 'elsewhere'));
  world.box.line(true);
  assert.deepEqual(world.sent.map(({ value, type }) => value ?? type), ['a', 'b', 'c']);
});

test("another person's entries on the same phone are never sent", async () => {
  const hers = phone({ person: 7 });
  await hers.box.ready;
  await hers.box.put(answer('hers'));
  const his = phone({ keep: hers.keep, person: 8 });
  await his.box.ready;
  his.box.line(true);
  await quiet();
  assert.deepEqual([his.sent, his.box.waiting()], [[], []]);
  assert.equal(hers.keep.kept.size, 1);
});

test('entries written for another data set are never sent', async () => {
  const old = phone({ data: 'before the new database' });
  await old.box.ready;
  await old.box.put(answer('old'));
  const fresh = phone({ keep: old.keep, data: 'new' });
  await fresh.box.ready;
  fresh.box.line(true);
  await quiet();
  assert.deepEqual(fresh.sent, []);
});

test('an answer refused as too late stays readable through a reload, and goes when it is put away', async () => {
  const world = phone({ answer: async () => ({ refused: 'too-late', why: 'This was closed before you wrote.' }) });
  await world.box.ready;
  await world.box.put(answer({ text: 'my words' }, 'field'));
  world.box.line(true);
  await quiet();
  const after = phone({ keep: world.keep });
  await after.box.ready;
  after.box.line(true);
  await quiet();
  assert.deepEqual(after.sent, []);
  assert.deepEqual(after.box.refused().map(({ body, refused }) => [body.value.text, refused.code]), [['my words', 'too-late']]);
  await after.box.forget(after.box.refused()[0].id);
  assert.equal(world.keep.kept.size, 0);
});

test('a new answer to a refused cell takes the refused one away', async () => {
  const world = phone({ answer: async () => ({ refused: 'not-a-number', why: 'Write a number.' }) });
  await world.box.ready;
  await world.box.put(answer('five', 'n'));
  world.box.line(true);
  await quiet();
  world.box.line(false);
  await world.box.put(answer(5, 'n'));
  assert.deepEqual([world.box.refused(), world.box.waiting().length, world.keep.kept.size], [[], 1, 1]);
});

test('a refused command that is no answer is gone, and said', async () => {
  const world = phone({ answer: async () => ({ refused: 'no-group', why: 'You are in no group.' }) });
  await world.box.ready;
  await world.box.put({ type: 'ask_help', run: 'case' });
  world.box.line(true);
  await quiet();
  assert.deepEqual([world.refused, world.keep.kept.size], [['no-group'], 0]);
});

test('one thousand answers of a long cut arrive exactly once each', async () => {
  const world = phone();
  await world.box.ready;
  for (let i = 0; i < 1_000; i += 1) await world.box.put(answer(i, `cell-${i}`));
  world.box.line(true);
  for (let i = 0; i < 400; i += 1) await quiet();
  assert.deepEqual(world.settled.sort((a, b) => a - b), Array.from({ length: 1_000 }, (unused, i) => i));
  assert.equal(new Set(world.sent.map(({ id }) => id)).size, 1_000);
});
