// @ts-check
/** When more than a fifth of the class has a weak line, a minute more is offered before anybody asks. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { trainees, useConsole } from './context.js';

const AFFECTED = 0.2; // promise L20: over 20 %

/** @param {{run: string}} props */
export function WeakLines({ run: id }) {
  const { parts, people, act, now } = useConsole();
  const run = parts.runs?.[id];
  if (run?.phase !== 'open' || !run.ends_at) return null;
  const since = Date.parse(run.opened_at ?? '');
  const all = trainees(people).filter((person) => parts.presence?.[person.id]);
  const weak = all.filter((person) => {
    const line = parts.presence?.[person.id];
    if (!line) return false;
    const lost = line.s === 'off' && Date.parse(line.since ?? '') > since; // gone during this activity, not before it
    return lost || (line.slow && line.s !== 'off');
  });
  if (!weak.length || weak.length <= all.length * AFFECTED || now() > Date.parse(run.ends_at)) return null;
  return (
    <p class="note row wrap apart">
      <span><Icon name="slow" class="inline" /> {ngettext('{n} person has a weak line.', '{n} people have a weak line.', weak.length, { n: weak.length })}</span>
      <button type="button" class="btn btn-line" onClick={() => act('add_time', { run: id, seconds: 60 })}><Icon name="plus" />{_('1 min')}</button>
    </p>
  );
}
