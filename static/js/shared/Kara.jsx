// @ts-check
/** The woven border: the day as cloth, one stretch for each activity, as wide as its minutes, thin for a break. */

const GAP = 0.006; // of the whole width between two stretches: 2 px on a phone
const HIGH = 6.2; // of the 10 units the border is high; below it runs the thread of what is woven, or the mark of now

/**
 * @param {{items: {minutes: number, rest?: boolean, done?: number}[], here?: number, plan?: boolean, label: string}} props
 *   `done` from 0 to 1; `here` the place of the present one; `plan` for public pages
 */
export function Kara({ items, here = -1, plan = false, label }) {
  const total = items.reduce((sum, item) => sum + Math.max(1, item.minutes), 0) || 1;
  const gap = total * GAP;
  let x = 0;
  return (
    <svg class="kara" viewBox={`0 0 ${total} 10`} preserveAspectRatio="none" role="img" aria-label={label}>
      {items.map((item, i) => {
        const width = Math.max(1, item.minutes) - gap;
        const at = x;
        x += Math.max(1, item.minutes);
        const [y, height] = item.rest ? [2.11, 1.98] : [0, HIGH];
        const done = Math.min(1, Math.max(0, item.done ?? 0));
        return (
          <g key={i}>
            {done < 1 ? <rect class={plan ? 'plan' : 'todo'} x={at} y={y} width={width} height={height} /> : null}
            {done > 0 ? <rect class="done" x={at} y={y} width={width * done} height={height} /> : null}
            {i === here
              ? <rect class="here" x={at} y="7.8" width={width} height="2.2" />
              : done === 1 ? <rect class="thread" x={at} y="7.8" width={width} height="1.6" /> : null}
          </g>
        );
      })}
    </svg>
  );
}
