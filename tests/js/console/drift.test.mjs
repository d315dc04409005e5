// The agenda against the clock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, proposal } from '../../../static/js/console/drift.js';

const START = Date.parse('2026-11-21T04:30:00Z'); // 10:00 in Kochi
const at = (minutes) => new Date(START + minutes * 60_000).toISOString();
const agenda = {
  title: 'Day 1',
  items: [
    { id: 'poll', kind: 'poll', title: 'Poll', minutes: 15 },
    { id: 'tea', kind: 'break', title: 'Tea', minutes: 15 },
    { id: 'case', kind: 'case', title: 'Case', minutes: 45 },
    { id: 'quiz', kind: 'quiz', title: 'Quiz', minutes: 15 },
  ],
};
const day = (runs, current, minute) =>
  dayOf({ agenda, runs, current, startsAt: at(0), state: 'live', now: START + minute * 60_000 });
const begins = (found) => found.rows.map((row) => Math.round((row.begins - START) / 60_000));

test('a day that has not begun keeps the planned times', () => {
  const found = dayOf({ agenda, runs: {}, current: null, startsAt: at(0), state: 'lobby', now: START - 600_000 });
  assert.deepEqual(begins(found), [0, 15, 30, 75]);
  assert.equal(found.plannedEnd, START + 90 * 60_000);
});

test('what is over shows when it began and how much longer it took', () => {
  const runs = { poll: { phase: 'revealed', opened_at: at(2), used_s: 18 * 60 } };
  const [poll] = day(runs, null, 20).rows;
  assert.deepEqual([poll.state, poll.over], ['did', 3]);
});

test('the likely end counts what is left of the present clock and all that is to come', () => {
  const runs = {
    poll: { phase: 'revealed', opened_at: at(0), used_s: 15 * 60 },
    tea: { phase: 'closed', opened_at: at(15), used_s: 15 * 60 },
    case: { phase: 'open', opened_at: at(36), ends_at: at(81) },
  };
  const found = day(runs, 'case', 50);
  assert.deepEqual(begins(found), [0, 15, 36, 81]);
  assert.equal(found.drift, 6);
});

test('a paused clock pushes the end on', () => {
  const runs = { case: { phase: 'paused', opened_at: at(30), left: 45 * 60 } };
  assert.equal(Math.round((day(runs, 'case', 40).end - START) / 60_000), 40 + 45 + 15 + 15 + 15);
});

test('one minute is nobody’s lateness', () => {
  const runs = { poll: { phase: 'open', opened_at: at(0), ends_at: at(16) } };
  assert.equal(day(runs, 'poll', 5).drift, 0);
});

test('lateness is taken from the clock that runs, when it can give it', () => {
  const runs = { case: { phase: 'open', opened_at: at(36), ends_at: at(81) } };
  const { rows } = day(runs, 'case', 40);
  const found = proposal({ rows, runs, drift: 6, now: START + 40 * 60_000 });
  assert.deepEqual([found.item.id, found.from, found.to, found.now], ['case', 41, 35, true]);
});

test('else from the longest activity ahead, never from a break, and never so much that it is another activity', () => {
  const { rows } = day({}, null, 30);
  const found = proposal({ rows, runs: {}, drift: 30, now: START + 30 * 60_000 });
  assert.deepEqual([found.item.id, found.from, found.to, found.now], ['case', 45, 27, false]);
});

test('a day on time needs no proposal', () => {
  assert.equal(proposal({ rows: day({}, null, 0).rows, runs: {}, drift: 0, now: START }), null);
});

test('a day that was moved to another hour is measured from its own beginning', () => {
  const runs = { poll: { phase: 'open', opened_at: at(-300), ends_at: at(-285) } };
  const found = day(runs, 'poll', -295);
  assert.deepEqual([found.drift, Math.round((found.plannedEnd - START) / 60_000)], [0, -210]);
});
