// @ts-check
/** Everybody has a seat in a ring, as one sits in a gathering; yours is gold. */

const SIZE = 240;
const RADIUS = 108;

/** @typedef {'here' | 'away' | 'off' | 'me' | 'lead' | 'free'} Sitting  `free`: nobody said who sits there */

/** @param {{seats: Sitting[], count?: number | null, of?: number, under?: string, label: string}} props */
export function Ring({ seats, count, of, under, label }) {
  const many = Math.max(seats.length, 1);
  const r = Math.min(9, (Math.PI * RADIUS) / many - 1.5); // seats never touch
  const mid = SIZE / 2;
  return (
    <svg class="ring" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      {seats.map((seat, i) => {
        const turn = (2 * Math.PI * (i + 0.5)) / many;
        const cx = (mid + RADIUS * Math.sin(turn)).toFixed(1);
        const cy = (mid - RADIUS * Math.cos(turn)).toFixed(1);
        return <circle key={i} class={seat === 'here' ? 's' : `s s-${seat}`} cx={cx} cy={cy} r={(seat === 'me' ? r * 1.2 : seat === 'off' ? r * 0.9 : r).toFixed(1)} />;
      })}
      {count != null ? <text x={mid} y={mid + 12} font-size="60" font-weight="700">{count}</text> : null}
      {under ?? of ? <text class="soft" x={mid} y={count != null ? mid + 42 : mid + 6} font-size="16">{under ?? `/ ${of}`}</text> : null}
    </svg>
  );
}
