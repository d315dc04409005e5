// @ts-check
/** After the day: what happens now, and the way back if it was ended too early. */
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { useConsole } from './context.js';

export function Ended() {
  const { parts, act } = useConsole();
  return (
    <div class="stack">
      <h2 class="h-pane">{_('The day has ended')}</h2>
      <p>{_('Everybody can go through it again in review. What arrives late from a phone without a line is still kept.')}</p>
      <p class="row wrap">
        <a class="btn btn-main" href={`/m/${parts.meeting?.id}/review`}><Icon name="agenda" />{_('See the review')}</a>
        <button type="button" class="btn" onClick={() => act('reopen_meeting')}><Icon name="again" />{_('Open the day again')}</button>
      </p>
    </div>
  );
}
