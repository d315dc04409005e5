// @ts-check
/** Before the day: how they come in, who is here, who waits at the door. */
import { Icon } from '../shared/Icon.jsx';
import { Ring } from '../shared/Ring.jsx';
import { _ } from '../i18n.js';
import { presenceOf, trainees, useConsole } from './context.js';
import { Guests } from './Guests.jsx';
import { Notes } from './Side.jsx';
import { beginning } from './words.js';

/** @param {{script: import('./Side.jsx').Script|null}} props */
export function Lobby({ script }) {
  const { parts, people, agenda, now } = useConsole();
  const meeting = parts.meeting;
  const all = trainees(people);
  const seats = all.map((person) => presenceOf(parts, person.id));
  const here = seats.filter((seat) => seat !== 'off').length;
  return (
    <>
      <p class="soft small">{meeting?.starts_at ? beginning(meeting.starts_at, now()) : _('Lobby')}</p>
      <h2 class="h-pane">{agenda?.title ?? meeting?.title}</h2>
      <Guests />
      <div class="lobby">
        <Ring seats={seats} count={here} of={all.length} label={_('{n} of {m} are here', { n: here, m: all.length })} />
        <div class="stack">
          <p class="soft">{_('They open the class page and type')}</p>
          <p class="lobby-code">{spaced(meeting?.code)}</p>
          <p><a class="btn btn-line" href={`/m/${meeting?.id}/screen`} target="koottam-screen"><Icon name="screen" />{_('Class screen with QR code')}</a></p>
        </div>
      </div>
      <div class="only-narrow"><Notes script={script} folded /></div>
    </>
  );
}

/** K7M4PX -> K7M 4PX, easier to read aloud. @param {string|null|undefined} code */
export const spaced = (code) => (code ? `${code.slice(0, 3)} ${code.slice(3)}` : '');
