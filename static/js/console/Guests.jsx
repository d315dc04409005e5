// @ts-check
/** People who came with the code and wait to be let in. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { useConsole } from './context.js';
import { langOf } from './Name.jsx';

export function Guests() {
  const { parts, post, meeting } = useConsole();
  const guests = parts.meeting?.guests ?? [];
  if (!guests.length) return null;
  return (
    <section class="note guests" aria-label={_('At the door')}>
      <h3>{ngettext('{n} person waits at the door', '{n} people wait at the door', guests.length, { n: guests.length })}</h3>
      <ul>
        {guests.map((guest) => (
          <li class="person" key={guest.id}>
            <span class="grow" lang={langOf(guest.name)}>{guest.name}</span>
            <button type="button" class="btn" onClick={() => post(`/m/${meeting}/admit/${guest.id}`)}><Icon name="open" />{_('Let in')}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
