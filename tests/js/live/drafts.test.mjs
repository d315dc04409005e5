// Drafts: every keystroke is on the phone, and is there again after a reload.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openDrafts } from '../../../static/js/live/drafts.js';

/** A disk on which a write takes as long as one lets it. */
function disk() {
  const kept = new Map();
  const writes = [];
  return {
    kept,
    writes,
    all: async () => [...kept],
    get: async (key) => kept.get(key),
    set: (key, value) => new Promise((done) => writes.push(() => (kept.set(key, structuredClone(value)), done()))),
    drop: (key) => new Promise((done) => writes.push(() => (kept.delete(key), done()))),
  };
}
const quiet = () => new Promise((done) => setImmediate(done));
const open = (keep, person = 7) => openDrafts({ meeting: 'm', person, data: 'd', keep });

test('a draft is there after a reload, with the time it was written', async () => {
  const keep = disk();
  const before = open(keep);
  before.set('sheet', 'leak', { text: 'ക' }, 5, true);
  keep.writes.shift()();
  const after = open(keep);
  await after.ready;
  assert.deepEqual(after.of('sheet').map(({ cell, value, at, itself }) => [cell, value, at, itself]), [['leak', { text: 'ക' }, 5, true]]);
});

test('fast typing writes once more, not once for each letter, and ends with the last', async () => {
  const keep = disk();
  const drafts = open(keep);
  for (const text of ['t', 'te', 'tea', 'tea,']) drafts.set('sheet', 'leak', { text }, 1, true);
  assert.equal(keep.writes.length, 1);
  keep.writes.shift()();
  await quiet();
  assert.equal(keep.writes.length, 1);
  keep.writes.shift()();
  await quiet();
  assert.deepEqual([keep.writes.length, [...keep.kept.values()][0].value.text], [0, 'tea,']);
});

test('a draft taken away while it is being written does not come back', async () => {
  const keep = disk();
  const drafts = open(keep);
  drafts.set('q', '', 'a', 1, false);
  drafts.drop('q', '');
  while (keep.writes.length) {
    keep.writes.shift()();
    await quiet();
  }
  assert.equal(keep.kept.size, 0);
});

test("another person of this phone does not see one's drafts", async () => {
  const keep = disk();
  open(keep).set('q', '', 'mine', 1, false);
  keep.writes.shift()();
  const hers = open(keep, 8);
  await hers.ready;
  assert.deepEqual(hers.all(), []);
});
