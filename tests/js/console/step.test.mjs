// What the one filled button of the console means, phase by phase.
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = /** @type {any} */ ({ documentElement: { dataset: {} } }); // the words ask the page for its language
const { stepOf } = await import('../../../static/js/console/step.js');

const agenda = {
  title: 'Day 1',
  items: [
    { id: 'units', kind: 'poll', title: 'How are our units?' },
    { id: 'tea', kind: 'break', title: 'Tea' },
    { id: 'thanima', kind: 'case', title: 'Thanima Foods', children: [{ id: 'sheet', kind: 'worksheet', title: '' }] },
    { id: 'quiz', kind: 'quiz', title: 'Quiz', children: [{ id: 'q1', kind: 'single', title: '' }, { id: 'q2', kind: 'single', title: '' }] },
  ],
};
const NOW = Date.parse('2026-11-21T06:48:00Z');
const later = (seconds) => new Date(NOW + seconds * 1000).toISOString();

/** The step in words and command, as a trainer meets it. */
function step(runs, look, more = {}) {
  const { state = 'live', tab = 'now', shows = null, answerable = true, groups = null, report = null, reported = [], order = ['g1', 'g2'], at = look } = more;
  const parts = { meeting: { id: 'm', title: 'Day 1', state }, runs, now: { run: at }, groups, report };
  const found = stepOf({ agenda, parts, look, tab, answerable, shows, wish: { how: 'mixed', by: 'district' }, order, reported: new Set(reported), now: NOW });
  return found && [found.words, found.type ?? `go ${found.go}`, found.fields ?? found.run ?? null];
}

test('before the day there is one thing to do: start it', () => {
  assert.deepEqual(step({}, 'units', { state: 'lobby' }), ['Start the day', 'start', {}]);
});

test('after the day there is nothing to do', () => {
  assert.equal(step({}, 'units', { state: 'ended' }), null);
});

test('an activity is opened, closed, shown, and then the next one is looked at', () => {
  const units = (phase) => ({ units: { phase } });
  assert.deepEqual(step(units('ready'), 'units', { shows: 'result' }), ['Open this', 'open', { run: 'units' }]);
  assert.deepEqual(step(units('open'), 'units', { shows: 'result' }), ['Close now', 'close', { run: 'units' }]);
  assert.deepEqual(step(units('paused'), 'units', { shows: 'result' }), ['Go on', 'resume', { run: 'units' }]);
  assert.deepEqual(step(units('closed'), 'units', { shows: 'result' }), ['Show the result', 'reveal', { run: 'units' }]);
  assert.deepEqual(step(units('closed'), 'units', { shows: 'answer' }), ['Show the answer', 'reveal', { run: 'units' }]);
  assert.deepEqual(step(units('revealed'), 'units', { shows: 'result' }), ['Next:', 'go look', 'tea']);
});

test('what is private is closed, and not shown', () => {
  assert.deepEqual(step({ units: { phase: 'open' } }, 'units'), ['Close now', 'close', { run: 'units' }]);
  assert.deepEqual(step({ units: { phase: 'closed' } }, 'units'), ['Next:', 'go look', 'tea']);
});

test('from a break one goes straight to the next activity', () => {
  assert.deepEqual(step({ tea: { phase: 'open' } }, 'tea', { answerable: false }), ['Next:', 'go look', 'thanima']);
});

test('a quiz goes question by question', () => {
  const quiz = (q1, q2) => ({ quiz: { phase: 'open' }, q1: { phase: q1 }, ...(q2 ? { q2: { phase: q2 } } : {}) });
  assert.deepEqual(step({}, 'quiz'), ['Open this', 'open', { run: 'quiz' }]);
  assert.deepEqual(step(quiz('open'), 'q1', { shows: 'answer' }), ['Close now', 'close', { run: 'q1' }]);
  assert.deepEqual(step(quiz('closed'), 'q1', { shows: 'answer' }), ['Show the answer', 'reveal', { run: 'q1' }]);
  assert.deepEqual(step(quiz('revealed'), 'q1', { shows: 'answer' }), ['Next question', 'open', { run: 'q2' }]);
  assert.deepEqual(step(quiz('revealed', 'revealed'), 'q2', { shows: 'answer' }), ['End the day', 'go end', null]);
});

test('questions that are open together are closed together, and their answers shown one after another', () => {
  const quiz = (q1, q2) => ({ quiz: { phase: 'open' }, q1: { phase: q1 }, q2: { phase: q2 } });
  assert.deepEqual(step(quiz('open', 'open'), 'q1', { shows: 'answer' }), ['Close now', 'close', { run: 'quiz' }]);
  assert.deepEqual(step(quiz('revealed', 'closed'), 'q1', { shows: 'answer' }), ['Show the next answer', 'reveal', { run: 'q2' }]);
});

test('groups are made, told and started, in this order', () => {
  const preview = (told) => ({ preview: { run: 'thanima', told, groups: [] } });
  const groups = (given, tab) => step({}, 'thanima', { groups: given, tab, at: null });
  assert.deepEqual(groups(null, 'now'), ['Make the groups', 'go groups', null]);
  assert.deepEqual(groups(null, 'groups'), ['Make the groups', 'preview', { run: 'thanima', how: 'mixed', by: 'district' }]);
  assert.deepEqual(groups(preview(false), 'groups'), ['Tell them', 'tell', { run: 'thanima' }]);
  assert.deepEqual(groups(preview(true), 'groups'), ['Start the groups', 'open', { run: 'thanima' }]);
});

test('groups made ahead are not told while the class is still at something else', () => {
  const groups = { preview: { run: 'thanima', told: false, groups: [] } };
  assert.deepEqual(step({ units: { phase: 'open' } }, 'units', { tab: 'groups', groups }), ['Keep, and back to:', 'go now', null]);
});

test('from a break that is still open, groups are told and started', () => {
  const groups = { preview: { run: 'thanima', told: false, groups: [] } };
  assert.deepEqual(step({ tea: { phase: 'open' } }, 'thanima', { tab: 'groups', groups, at: 'tea' }), ['Tell them', 'tell', { run: 'thanima' }]);
});

test('groups at work are called back softly first, and closed when the two minutes run', () => {
  const work = (ends_at) => ({ thanima: { phase: 'open', ends_at } });
  assert.deepEqual(step(work(later(900)), 'thanima'), ['Call them back', 'call_back', { run: 'thanima' }]);
  assert.deepEqual(step(work(later(118)), 'thanima'), ['Close now', 'close', { run: 'thanima' }]);
});

test('after group work come the reports, then the model, then the next activity', () => {
  const closed = { thanima: { phase: 'closed' } };
  const report = (at) => ({ run: 'thanima', order: ['g1', 'g2'], at });
  assert.deepEqual(step(closed, 'thanima', { order: ['g2', 'g1'] }), ['Start the report-back', 'report', { run: 'thanima', order: ['g2', 'g1'] }]);
  assert.deepEqual(step(closed, 'thanima', { report: report(0) }), ['Next group', 'report_next', { run: 'thanima' }]);
  assert.deepEqual(step(closed, 'thanima', { report: report(1) }), ['End the report-back', 'report_end', { run: 'thanima' }]);
  assert.deepEqual(step(closed, 'thanima', { reported: ['thanima'], shows: 'answer' }), ['Show the model answer', 'reveal', { run: 'thanima' }]);
  assert.deepEqual(step(closed, 'thanima', { reported: ['thanima'] }), ['Next:', 'go look', 'quiz']);
  assert.deepEqual(step(closed, 'thanima', { order: [] }), ['Next:', 'go look', 'quiz']);
});
