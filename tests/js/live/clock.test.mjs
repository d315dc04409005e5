// The server's clock on a phone whose own is wrong.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

const real = { date: Date.now, perf: performance.now.bind(performance) };
let wall = 0;
let mono = 0;

/** A fresh page: the module keeps what it heard for as long as a page lives. */
async function page() {
  Date.now = () => wall;
  performance.now = () => mono;
  return import(`../../../static/js/live/clock.js?${Math.random()}`);
}
const pass = (ms, { asleep = false } = {}) => {
  wall += ms;
  if (!asleep) mono += ms;
};
beforeEach(() => {
  wall = 5_000_000;
  mono = 100;
});
test.after(() => {
  Date.now = real.date;
  performance.now = real.perf;
});

test('a phone that is an hour wrong shows the server time', async () => {
  const clock = await page();
  clock.hear(1_000_000, 400);
  pass(3_000);
  assert.equal(clock.now(), 1_003_200);
});

test('a better reading is not spoilt by a slower one', async () => {
  const clock = await page();
  clock.hear(1_000_000, 100);
  pass(2_000);
  clock.hear(1_002_000, 3_000);
  assert.equal(clock.now(), 1_002_050);
});

test('but a reading that contradicts it wins, for the server was put right', async () => {
  const clock = await page();
  clock.hear(1_000_000, 100);
  clock.hear(2_000_000, 1_000);
  assert.equal(clock.now(), 2_000_500);
});

test('while the phone sleeps the monotonic clock stands still, and time has passed all the same', async () => {
  const clock = await page();
  clock.hear(1_000_000, 0);
  pass(600_000, { asleep: true });
  assert.equal(clock.now(), 1_600_000);
});

test("turning the phone's clock back changes nothing", async () => {
  const clock = await page();
  clock.hear(1_000_000, 0);
  wall -= 3_600_000;
  mono += 1_000;
  assert.equal(clock.now(), 1_001_000);
});

test('a new start without a line goes on from what the last one knew', async () => {
  const before = await page();
  before.hear(1_000_000, 0);
  const lag = before.lag();
  pass(60_000);
  mono = 5;
  const after = await page();
  after.recall(lag);
  assert.equal(after.now(), 1_060_000);
});

test('what the server says is believed more than what was recalled', async () => {
  const clock = await page();
  clock.hear(1_000_000, 200);
  clock.recall(99_999_999);
  assert.equal(clock.now(), 1_000_100);
});

test('times read as people write them', async () => {
  const clock = await page();
  assert.deepEqual([clock.span(1060), clock.span(59.2), clock.span(-3), clock.span(3_661)], ['17:40', '1:00', '0:00', '1:01:01']);
});
