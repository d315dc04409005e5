// @ts-check
/** Waiting for the line: nothing for a second, then bare threads, words after four, a way to go on after ten. */
import { useEffect, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { Icon } from './Icon.jsx';

/** @param {{what?: string, onAgain?: () => void}} props */
export function Loading({ what, onAgain }) {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    const timers = [1_000, 4_000, 10_000].map((ms, i) => setTimeout(() => setStage(i + 1), ms));
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div class="stack" role="status" aria-label={_('Opening')}>
      {stage > 0 ? <div class="loading" /> : null}
      {stage > 1 ? <p class="soft small">{what || _('Slow line. Opening the page …')}</p> : null}
      {stage > 2 && onAgain ? <div class="row"><button type="button" class="btn btn-line" onClick={onAgain}><Icon name="again" />{_('Try again')}</button></div> : null}
    </div>
  );
}
