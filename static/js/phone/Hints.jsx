// @ts-check
/** Hints, one after another: who asks gets the next one, and finds those she took after a reload. */
import { _ } from '../i18n.js';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { useJson, useRoom } from './room.js';

/** @param {{run: string, count: number}} props */
export function Hints({ run, count }) {
  const { view, desk, away, act } = useRoom();
  if (!count) return null;
  const taken = view.hints?.[run] ?? 0;
  const waits = desk.outbox.waiting().some(({ body }) => body.type === 'take_hint' && body.run === run);
  return (
    <div aria-live="polite">
      {Array.from({ length: taken }, (_one, i) => <Hint key={i} run={run} number={i + 1} />)}
      {waits && away ? <p class="small soft">{_('The hint comes when the line is back.')}</p> : null}
      {taken < count && !waits ? (
        <button type="button" class="btn btn-quiet" onClick={() => act({ type: 'take_hint', run, number: taken + 1 })}>
          <Icon name="star" />{taken ? _('One more hint') : _('Give me a hint')}
        </button>
      ) : null}
    </div>
  );
}

/** @param {{run: string, number: number}} props */
function Hint({ run, number }) {
  const { meeting } = useRoom();
  const hint = useJson(`/m/${meeting}/hint/${run}/${number}?in=${document.documentElement.lang}`)?.hint;
  return hint ? <Html class="note read" html={hint} /> : null;
}
