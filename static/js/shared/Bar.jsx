// @ts-check
/** A bar; its number stands beside it in words, so it is nothing to a screen reader. */

/** @param {{part: number, fill?: '' | 'good' | 'act' | 'time'}} props  `part` from 0 to 1 */
export function Bar({ part, fill = '' }) {
  const width = `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
  return (
    <svg class="bar" aria-hidden="true">
      <rect width="100%" height="100%" rx="1" />
      <rect class={fill ? `fill fill-${fill}` : 'fill'} width={width} height="100%" rx="1" />
    </svg>
  );
}
