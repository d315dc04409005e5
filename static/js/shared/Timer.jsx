// @ts-check
/** Time left by the server's clock, right on a phone whose own clock is wrong. Gold under two minutes, red under 30 s. */
import { _ } from '../i18n.js';
import { now as serverNow, span } from '../live/clock.js';
import { useLeft } from './use-left.js';

const SOON = 120;
const LAST = 30; // seconds: the two warnings of promise L15
const SHORT = 240; // whoever has less than this in all is not warned at two minutes: half of it would be gold

/**
 * @param {{endsAt?: string | null, left?: number | null, whole?: number, now?: () => number}} props
 *   `left` in seconds while paused; `whole` seconds of the activity, if known
 */
export function Timer({ endsAt, left, whole = Infinity, now = serverNow }) {
  const seconds = useLeft(endsAt, left, now);
  if (seconds === null) return null;
  if (left != null) return <span class="timer timer-still">{_('paused {time}', { time: span(left) })}</span>;
  const state = seconds <= LAST ? ' timer-last' : seconds <= SOON && whole > SHORT ? ' timer-soon' : '';
  return (
    <span class={`timer${state}`} role="timer" aria-label={inWords(seconds)}>{span(seconds)}</span>
  );
}

/** @param {number} seconds */
function inWords(seconds) {
  if (seconds <= 0) return _('Time is over');
  if (seconds < 90) return _('{n} seconds left', { n: Math.ceil(seconds) });
  return _('{n} minutes left', { n: Math.round(seconds / 60) });
}
