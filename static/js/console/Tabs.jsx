// @ts-check
/** On a phone, the four views of the console, below the acts. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { calls, useConsole } from './context.js';

export function Tabs() {
  const { parts, tab, go } = useConsole();
  const asked = calls(parts).filter((call) => call.state !== 'attended').length;
  const guests = parts.meeting?.guests?.length ?? 0;
  const tabs = [
    { id: 'now', icon: 'play', words: _('Now'), chip: null },
    { id: 'agenda', icon: 'agenda', words: _('Agenda'), chip: null },
    { id: 'groups', icon: 'board', words: _('Groups'), chip: asked ? <span class="chip chip-call">{asked}<span class="unseen"> {ngettext('call for help', 'calls for help', asked)}</span></span> : null },
    { id: 'people', icon: 'people', words: _('People'), chip: guests ? <span class="chip chip-now">{guests}<span class="unseen"> {_('at the door')}</span></span> : null },
  ];
  return (
    <nav class="tabs" aria-label={_('Views')}>
      {tabs.map(({ id, icon, words, chip }) => (
        <a key={id} class="tab" href={`#${id}`} aria-current={tab === id ? 'page' : undefined} onClick={() => go(id)}>
          <Icon name={icon} />{words}{chip}
        </a>
      ))}
    </nav>
  );
}
