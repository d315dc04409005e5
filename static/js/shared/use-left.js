// @ts-check
/** Seconds left until an end on the server's clock, and nothing more often than it is needed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { now as serverNow } from '../live/clock.js';

/** @param {string | null | undefined} endsAt @param {number | null | undefined} left seconds, while paused @param {() => number} now */
export const secondsLeft = (endsAt, left, now = serverNow) =>
  left != null ? left : endsAt ? (Date.parse(endsAt) - now()) / 1000 : null;

/**
 * Draws the component anew each second (`marks` empty) or only when one of the marks, in seconds left, is passed.
 * @param {string | null | undefined} endsAt
 * @param {number | null | undefined} left   stands still there while paused
 * @param {() => number} [now]
 * @param {number[]} [marks]
 * @returns {number | null} null: no end
 */
export function useLeft(endsAt, left, now = serverNow, marks = []) {
  const [, draw] = useState(0);
  const seconds = secondsLeft(endsAt, left, now);
  const still = left != null || !endsAt;
  const drawn = useRef(/** @type {number | null} */ (null));
  drawn.current = seconds;
  useEffect(() => {
    if (still) return undefined;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const wait = () => {
      const rest = secondsLeft(endsAt, null, now) ?? 0;
      // A mark that was passed since the drawing, be it by a millisecond, is still to be drawn.
      const next = marks.length ? Math.max(...marks.filter((mark) => mark < (drawn.current ?? rest)), -Infinity) : Math.ceil(rest) - 1;
      if (next === -Infinity || (!marks.length && rest <= 0)) return;
      // 30 ms past the mark, so that a timer that fires a little early does not show the same second twice;
      // looked at again every 20 s, as the clock may have been put right meanwhile
      timer = setTimeout(() => {
        draw((n) => n + 1);
        wait();
      }, Math.min(Math.max(0, rest - next) * 1000 + 30, 20_000));
    };
    wait();
    return () => clearTimeout(timer);
  }, [endsAt, still, now, marks.join()]);
  return seconds;
}
