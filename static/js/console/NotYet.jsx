// @ts-check
/** Who has not answered: first those who are here, then those without a line. Only trainers see it. */
import { _, ngettext } from '../i18n.js';
import { openGroups, presenceOf, trainees, useConsole } from './context.js';
import { GroupName, Name } from './Name.jsx';

/** The groups or people who have not answered this run. @param {import('./context.js').Console} console @param {string} run */
export function missing(console, run) {
  const { parts, people } = console;
  const answered = new Set((parts.answered?.[run]?.in ?? []).map(String));
  if (parts.runs?.[run]?.by === 'group') {
    const groups = openGroups(parts).filter((group) => group.members.length && !answered.has(group.id));
    return { groups, here: [], off: [] };
  }
  const left = trainees(people).filter((person) => parts.presence?.[person.id] && !answered.has(String(person.id))); // who never came is no news
  return {
    groups: [],
    here: left.filter((person) => presenceOf(parts, person.id) !== 'off'),
    off: left.filter((person) => presenceOf(parts, person.id) === 'off'),
  };
}

/** @param {{run: string}} props */
export function NotYet({ run }) {
  const { groups, here, off } = missing(useConsole(), run);
  if (!groups.length && !here.length && !off.length) return <p class="soft">{_('Everyone has answered.')}</p>;
  return (
    <div class="stack">
      {groups.length ? <ul class="seats">{groups.map((group) => <li class="chip" key={group.id}><GroupName id={group.id} name={group.name} /></li>)}</ul> : null}
      {here.length ? <ul class="seats">{here.map((person) => <li class="chip" key={person.id}><Name id={person.id} short /></li>)}</ul> : null}
      {off.length ? (
        <p class="soft small">
          {ngettext('{n} more has no line:', '{n} more have no line:', off.length, { n: off.length })}{' '}
          {off.map((person, place) => <span key={person.id}>{place ? ', ' : ''}<Name id={person.id} short /></span>)}
        </p>
      ) : null}
    </div>
  );
}
