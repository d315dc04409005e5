// @ts-check
/** The last act can be taken back for 30 seconds, by either trainer. It says who did it. */
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { useConsole } from './context.js';
import { Sentence } from '../shared/Sentence.jsx';
import { Name, Who } from './Name.jsx';
import { useNow } from './use-now.js';
import { actWord, span } from './words.js';

/** @param {{class?: string}} props */
export function Undo({ class: also = '' }) {
  const { parts, act, now } = useConsole();
  useNow();
  // Only the very last act, undone or not: a second tap on "Undo" must not take back what was done before it.
  const last = (parts.acts ?? []).reduce((best, one) => (best && best.seq > one.seq ? best : one), /** @type {import('./views.js').Act|null} */ (null));
  const left = last?.undo_until && !last.undone ? (Date.parse(last.undo_until) - now()) / 1000 : 0;
  if (!last || left <= 0) return null;
  return (
    <div class={`undo ${also}`} role="status">
      <span>
        {last.person ? <><Name id={last.person} short />: </> : null}
        <Sentence text={_('{what} by {who}')} what={actWord(last.what)} who={<Who id={last.who} />} />
      </span>
      <button type="button" class="btn" onClick={() => act('undo', { seq: last.seq })}>
        <Icon name="undo" />{_('Undo')} <span class="num" aria-hidden="true">{span(left)}</span>
      </button>
    </div>
  );
}
