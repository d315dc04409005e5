// Where a group should be in its steps.
import assert from 'node:assert/strict';
import test from 'node:test';
import { stepAt } from '../../../static/js/shared/step-at.js';

const STEPS = [{ seconds: 60 }, { seconds: 120 }, { seconds: 300 }];
const at = (left, gone = 0, whole = 480) => stepAt(STEPS, { whole, left, gone });

test('the first step begins with the group work', () => assert.deepEqual(at(480), { at: 0, left: 60 }));
test('each step follows when the one before is over', () => assert.deepEqual(at(420), { at: 1, left: 120 }));
test('a call back leads to the last step', () => assert.deepEqual(at(120), { at: 2, left: 120 }));
test('added minutes lengthen the present step, and never jump ahead', () => assert.deepEqual(at(300 + 60), { at: 1, left: 60 }));
test('more time than was planned is spent on the first step', () => assert.deepEqual(at(600), { at: 0, left: 60 }));
test('time the steps do not use up belongs to the last one', () => assert.deepEqual(at(30, 0, 600), { at: 2, left: 30 }));
test('without an end the steps are counted from the opening', () => assert.deepEqual(at(null, 200), { at: 2, left: 280 }));
test('when all is over the last step stays', () => assert.deepEqual(at(null, 9_999), { at: 2, left: 0 }));
