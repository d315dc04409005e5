// @ts-check
/** One person, round: filled here, hollow away, dashed no line, gold you. */
import { _ } from '../i18n.js';

/** @param {{person: import('./Name.jsx').Person | undefined, state?: string, me?: boolean, small?: boolean, as?: any, label?: string}} props */
export function Seat({ person, state = 'here', me = false, small = false, as: Tag = 'li', label }) {
  const name = person?.short || person?.name || '?';
  const where = me ? _('you') : state === 'away' ? _('away') : state === 'off' ? _('line away') : _('here');
  const look = me ? ' seat-me' : state === 'away' ? ' seat-away' : state === 'off' ? ' seat-off' : '';
  return (
    <Tag class={`seat${look}${small ? ' seat-small' : ''}`} lang={person?.lang} title={label || `${name}, ${where}`}>
      <span aria-hidden="true">{person?.letter || name[0]}</span><span class="unseen">{label || `${name}, ${where}`}</span>
    </Tag>
  );
}
