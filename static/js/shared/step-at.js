// @ts-check
/** By the clock of the group work: where in its steps a group should be. */

/**
 * Which step it is. The steps fill the time that is left from the end backwards, so that added minutes lengthen the
 * present step and a call back leads to the last one; without an end they are counted from the opening.
 * @param {{seconds: number}[]} steps
 * @param {{whole: number, left: number | null, gone: number}} time   seconds; `left` null: no end
 * @returns {{at: number, left: number}} `at` the place of the present step
 */
export function stepAt(steps, { whole, left, gone }) {
  let rest = left === null ? gone : Math.max(0, whole - left);
  for (const [at, step] of steps.entries()) {
    if (rest < step.seconds) return { at, left: step.seconds - rest };
    rest -= step.seconds;
  }
  return { at: Math.max(0, steps.length - 1), left: Math.max(0, left ?? 0) };
}
