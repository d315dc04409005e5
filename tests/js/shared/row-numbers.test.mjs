// The rows of a table, and who takes which number for a new one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { nextRow, rowsWith } from '../../../static/js/shared/row-numbers.js';

test('alone, one row comes after the other', () => {
  assert.deepEqual([nextRow([], [], 7), nextRow([1], [], 7), nextRow([1, 2, 5], [], 7)], [1, 2, 6]);
});

test('two of a group who add rows without a line never take the same one', () => {
  const group = [3, 8, 12];
  const rows = Object.fromEntries(group.map((me) => {
    const seen = [1, 2];
    for (let n = 0; n < 28; n += 1) seen.push(nextRow(seen, group, me));
    return [me, seen.slice(2)];
  }));
  const all = Object.values(rows).flat();
  assert.equal(new Set(all).size, 84);
  assert.ok(Math.max(...all) <= 240);
});

test('a row of mine comes after those of all others, as long as there are numbers', () => {
  assert.equal(nextRow([1, 2, 3, 10], [3, 8, 12], 8), 11);
  assert.equal(nextRow([1, 2, 240], [3, 8, 12], 8), 5);
});

test('whoever is not yet in the list writes as the first of it', () => {
  assert.equal(nextRow([1], [3, 8], 99), 3);
});

test('a full table of numbers still gives one, then none', () => {
  const all = Array.from({ length: 240 }, (_, at) => at + 1);
  assert.equal(nextRow(all.filter((row) => row !== 4), [3, 8, 12], 8), 4);
  assert.equal(nextRow(all, [3, 8, 12], 8), undefined);
});

test('only cells of this table that hold something make a row', () => {
  assert.deepEqual(rowsWith('book', ['book/10/what', 'book/2/what', 'book/2/amount', 'books/3/what', 'leak', 'book']), [2, 10]);
});
