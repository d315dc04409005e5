// @ts-check
/** After the day: what happens now, and the way back if it was ended too early. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { day } from '../shared/day.js';
import { Note } from '../shared/Note.jsx';
import { useConsole } from './context.js';

export function Ended() {
  const { parts, act } = useConsole();
  return (
    <div class="stack">
      <h2 class="h-pane">{_('The day has ended')}</h2>
      <p>{_('Everybody can go through it again in review. What arrives late from a phone without a line is still kept.')}</p>
      <Since />
      <p class="row wrap">
        <a class="btn btn-main" href={`/m/${parts.meeting?.id}/paper`}><Icon name="pen" />{_('Enter results from paper')}</a>
        <button type="button" class="btn" onClick={() => act('reopen_meeting')}><Icon name="again" />{_('Open the day again')}</button>
      </p>
    </div>
  );
}

/** What the course has done since to the answers of this day. */
function Since() {
  const since = useConsole().parts.since ?? [];
  if (!since.length) return null;
  return (
    <Note head={_('The course has changed since this day')}>
      <ul class="list">
        {since.map(({ run, title, fate, at, n }) => (
          <li key={run}>
            <b>{title || run}</b>: {fate === 'regraded'
              ? ngettext('{n} answer was marked anew on {day}.', '{n} answers were marked anew on {day}.', n, { day: day(at) })
              : ngettext('{n} answer was set aside on {day}. It is kept and counts no more; the new question can be answered alone.', '{n} answers were set aside on {day}. They are kept and count no more; the new question can be answered alone.', n, { day: day(at) })}
          </li>
        ))}
      </ul>
    </Note>
  );
}
