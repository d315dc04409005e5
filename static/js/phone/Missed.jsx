// @ts-check
/** What a late joiner missed, and what of it is still open: one tap away. */
import { _ } from '../i18n.js';
import { Icon } from '../shared/Icon.jsx';
import { find, useRoom } from './room.js';
import { kindWord } from './words.js';

export function Missed() {
  const { view, agenda, look, desk } = useRoom();
  const missed = (view.missed ?? []).filter((/** @type {any} */ { run }) => {
    const { item, top } = find(agenda, run) ?? {};
    return item && item === top && item.kind !== 'break' && run !== view.now?.run;
  });
  if (!missed.length) return null;
  const done = (/** @type {string} */ run) => Object.values(desk.states(run, view.answers?.[run])).some(({ state }) => state !== 'draft');
  const open = missed.filter((/** @type {any} */ one) => one.open && !done(one.run));
  return (
    <details class="fold note" open={open.length > 0}>
      <summary>{_('You came later. This you missed:')}<Icon name="down" /></summary>
      <ul class="missed">
        {missed.map((/** @type {any} */ { run, title, open: still }) => {
          const words = title || kindWord(find(agenda, run)?.item.kind);
          return (
            <li key={run}>
              {still && !done(run)
                ? <button type="button" class="btn btn-line btn-wide" onClick={() => look(run)}><span class="grow">{words}</span><b>{_('still open')}</b><Icon name="next" /></button>
                : <p>{words}<small class="soft"> · {done(run) ? _('You have done it.') : _('Closed. You can do it in the review.')}</small></p>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
