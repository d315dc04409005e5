// @ts-check
/** One person: line, group, and where to move her. Two trainers may move her at once: the second is told who was first. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { openGroups, presenceOf, useConsole } from './context.js';
import { Dialog } from './Dialog.jsx';
import { GroupName, Name } from './Name.jsx';
import { clockTime, presenceWord } from './words.js';

/** @param {{id: number}} props */
export function PersonDialog({ id }) {
  const { parts, people, show, act } = useConsole();
  const groups = openGroups(parts);
  const home = groups.find((group) => group.members.includes(id))?.id ?? null;
  const line = parts.presence?.[id];
  const person = people.get(id);
  /** @param {string} type @param {Record<string, unknown>} fields */
  const done = (type, fields) => {
    show(null);
    act(type, fields);
  };
  return (
    <Dialog title={<Name id={id} />} onClose={() => show(null)}>
      <p class="soft">
        {presenceWord(presenceOf(parts, id))}{line?.since && line.s !== 'here' ? <> · {_('since {time}', { time: clockTime(line.since) })}</> : null}
        {line?.slow ? <> · {_('slow line')}</> : null}{person?.district ? <> · {person.district}</> : null}
      </p>
      {groups.length ? (
        <section class="stack">
          <h3>{_('Move to')}</h3>
          <ul class="list">
            {groups.map((group) => (
              <li key={group.id}>
                {group.id === home
                  ? <p class="item"><Icon name="tick" /><span class="grow"><GroupName id={group.id} name={group.name} /><small>{_('is here now')}</small></span></p>
                  : <button type="button" class="item" onClick={() => done('move', { person: id, group: group.id, was: home })}>
                      <Icon name="move" />
                      <span class="grow"><GroupName id={group.id} name={group.name} /><small>{ngettext('{n} person', '{n} people', group.members.length, { n: group.members.length })}</small></span>
                    </button>}
              </li>
            ))}
            {home ? <li><button type="button" class="item" onClick={() => done('move', { person: id, group: null, was: home })}><Icon name="not" /><span class="grow">{_('No group, stays with you')}</span></button></li> : null}
          </ul>
          <p class="soft small">{_("Her group's sheet stays where it is. She can still read the old one.")}</p>
        </section>
      ) : null}
      {person?.trainer ? null : (
        <section class="part stack">
          <button type="button" class="btn btn-call" onClick={() => done('remove', { person: id })}><Icon name="leave" />{_('Take out of this meeting')}</button>
          <p class="soft small">{_('What she wrote stays. She can come in again with the code, and waits until you let her in.')}</p>
        </section>
      )}
    </Dialog>
  );
}
