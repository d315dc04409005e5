// @ts-check
/** Group work at a glance: a tile for each group, and who is in none. Each keeps its place on a laptop. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { openGroups, trainees, useConsole } from './context.js';
import { Heading } from './Now.jsx';
import { Name } from './Name.jsx';
import { Notes } from './Side.jsx';
import { PersonDialog } from './PersonDialog.jsx';
import { Tile } from './Tile.jsx';
import { Words } from './WordDialog.jsx';

/** The groups as a list to paste into the chat of the call. */
export function GroupList() {
  const { meeting } = useConsole();
  return <a class="btn btn-line" href={`/m/${meeting}/groups.txt`} target="_blank" rel="noopener"><Icon name="sheet" />{_('The groups as a list')}</a>;
}

/** Which round of a pattern it is. @param {{work: import('./views.js').Item}} props */
export function Round({ work }) {
  const { round } = useConsole().parts;
  if (round?.run !== work.id) return null;
  const [n, m] = round.visit ?? [];
  const words = {
    alone: _('Everybody writes alone'), pairs: _('In pairs'), fours: _('In fours'), all: _('All together'),
    experts: _('Each group has its topic'), mixed: _('In mixed groups: each one tells'), sheet: _('Each group writes its sheet'),
    visit: m > 1 ? _('At the others’ sheets, visit {n} of {m}', { n, m }) : _('At the others’ sheets'),
  };
  return <p><span class="chip chip-now">{_('Step {n} of {m}', { n: round.step + 1, m: round.of })}</span> <b>{words[/** @type {keyof typeof words} */ (round.kind)] ?? ''}</b></p>;
}

/** @param {{work: import('./views.js').Item, script?: import('./Side.jsx').Script|null}} props   `script` where no column beside holds it */
export function Board({ work, script }) {
  const { parts, people, show } = useConsole();
  const groups = openGroups(parts);
  const seated = new Set(groups.flatMap((group) => group.members));
  const loose = trainees(people).filter((person) => parts.presence?.[person.id] && !seated.has(person.id));
  return (
    <>
      <Heading id={work.id} />
      <Round work={work} />
      <Words />
      <div class="tiles">{groups.map((group) => <Tile group={group} key={group.id} />)}</div>
      {loose.length ? (
        <section class="part stack">
          <h3>{ngettext('{n} person in no group', '{n} people in no group', loose.length, { n: loose.length })}</h3>
          <ul class="seats">
            {loose.map((person) => (
              <li key={person.id}>
                <button type="button" class="btn btn-line" onClick={() => show(<PersonDialog id={person.id} />)}>
                  <Icon name="move" /><Name id={person.id} />{parts.groups?.stayed?.includes(person.id) ? <small>{_('stays with you')}</small> : null}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p><GroupList /></p>
      {script ? <Notes script={script} folded open="" /> : null}
    </>
  );
}
