// @ts-check
/** One thread for each person: answered, on the way, not yet. The label says the same in words. */

const STEP = 10; // a thread is 7 wide and 3 apart, in units that stretch with the page
const MOST = 200; // more threads than this are thinner than a pixel on a phone

/** @param {{yes: number, wait?: number, of: number, label: string}} props */
export function Threads({ yes, wait = 0, of, label }) {
  const scale = of > MOST ? MOST / of : 1;
  const count = Math.max(1, Math.round(of * scale));
  /** @param {number} place */
  const kind = (place) => (place < yes * scale ? 'yes' : place < (yes + wait) * scale ? 'wait' : 'no');
  return (
    <svg class="threads" viewBox={`0 0 ${count * STEP - 3} 26`} preserveAspectRatio="none" role="img" aria-label={label}>
      {Array.from({ length: count }, (unused, place) => (
        <rect class={kind(place)} x={place * STEP} width="7" height="26" rx="1" />
      ))}
    </svg>
  );
}
