// @ts-check
/** How many have answered: the number, and one thread for each person or group. */
import { Threads } from '../shared/Threads.jsx';
import { _, ngettext } from '../i18n.js';

/** @param {{n: number, m: number, waiting?: number, late?: number, groups?: boolean}} props */
export function Count({ n, m, waiting = 0, late = 0, groups = false }) {
  const rest = groups
    ? ngettext('of {m} group has written', 'of {m} groups have written', m, { m })
    : ngettext('of {m} has answered', 'of {m} have answered', m, { m });
  const label = [_('{n} answered', { n }), waiting && _('{n} on the way', { n: waiting }), _('{n} not yet', { n: Math.max(0, m - n - waiting) })];
  return (
    <div class="stack answered">
      <p class="count">
        <b>{n}</b>
        <span>
          {rest}
          {waiting ? <> · {_('{n} on the way', { n: waiting })}</> : null}
          {late ? <> · {_('{n} came late', { n: late })}</> : null}
        </span>
      </p>
      <Threads yes={n} wait={waiting} of={m} label={label.filter(Boolean).join(', ')} />
    </div>
  );
}
