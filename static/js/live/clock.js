// @ts-check
/** The server's time on a phone whose own clock may be wrong.
 *
 * Between two words from the server the monotonic clock counts on. It stands still while a phone sleeps, so where the
 * wall clock went on clearly further, the wall clock is believed until the next word.
 */

const ASLEEP = 1_500; // ms the wall clock must be ahead before we say the phone slept: above any usual clock correction
const DRIFT = 0.001; // a good reading ages by 1 ms a second: phones' quartz is far better, the server may be corrected

let server = Date.now();
let mono = performance.now();
let wall = Date.now();
let doubt = Infinity; // ms our reading may be wrong by

/** Milliseconds UTC, as the server would say. */
export function now() {
  const ticked = performance.now() - mono;
  const passed = Date.now() - wall;
  return server + (passed - ticked > ASLEEP ? passed : ticked);
}

/**
 * Take a time the server said.
 * @param {string | number} said  ISO time or ms
 * @param {number} [trip]  ms from asking to hearing; unknown for what the server says unasked
 */
export function hear(said, trip = 1_000) {
  const time = typeof said === 'number' ? said : Date.parse(said);
  if (!Number.isFinite(time)) return;
  const aged = doubt + (performance.now() - mono) * DRIFT;
  const heard = time + trip / 2;
  const off = Math.abs(heard - now());
  if (trip / 2 > aged && off <= trip) return; // we know it better already
  server = heard;
  mono = performance.now();
  wall = Date.now();
  doubt = trip / 2;
}

/** How far this phone's wall clock is behind the server's, in ms: kept for the next start without a line. */
export const lag = () => now() - Date.now();

/** @param {number} ms  what `lag` said the last time; believed until the server is heard */
export function recall(ms) {
  if (doubt === Infinity && Number.isFinite(ms)) {
    wall = Date.now();
    mono = performance.now();
    server = wall + ms;
  }
}

/** @param {number} ms @returns {string} 10:42 on this phone's wall */
export function clockTime(ms) {
  const at = new Date(ms);
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** @param {number} seconds @returns {string} 17:40 */
export function span(seconds) {
  const s = Math.max(0, Math.ceil(seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const hours = Math.floor(s / 3600);
  return hours ? `${hours}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}
