// @ts-check
/** One group from near: its call, what it wrote, its people with their roles and lines, its meeting link. */
import { Value, isFilled, textOf } from '../shared/Field.jsx';
import { Html, plain } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Seat } from '../shared/Seat.jsx';
import { _ } from '../i18n.js';
import { openGroups, presenceOf, useConsole } from './context.js';
import { partsOf } from './Cast.jsx';
import { Dialog } from './Dialog.jsx';
import { LinkForm } from './LinkForm.jsx';
import { FieldName, GroupName, langOf, Name } from './Name.jsx';
import { PersonDialog } from './PersonDialog.jsx';
import { callOf, Flag, Silence } from './Tile.jsx';
import { useNow } from './use-now.js';
import { WordDialog } from './WordDialog.jsx';
import { clockTime, presenceWord } from './words.js';

/** @param {{id: string}} props */
export function GroupDialog({ id }) {
  const { parts, people, show } = useConsole();
  useNow();
  const group = openGroups(parts).find((one) => one.id === id);
  const tile = parts.board?.[id];
  const call = callOf(parts, id);
  const sheet = parts.report?.sheets?.[id];
  if (!group) return null;
  return (
    <Dialog title={<GroupName id={id} name={group.name} />} onClose={() => show(null)}>
      {call ? <div class={`tile-call tile-flag-only ${call.state === 'attended' ? 'tile-seen' : ''}`}><Flag call={call} /></div> : null}
      <p class="row apart soft"><span>{tile ? _('{n} of {m} fields written', { n: tile.filled, m: tile.of }) : null}</span><Silence tile={tile} /></p>
      {sheet ? <Sheet sheet={sheet} /> : tile?.text ? (
        <div class="note note-own">
          <p class="lead-in"><FieldName name={tile.field} /></p>
          <p class="script" lang={langOf(tile.text)}>{tile.text}</p>
        </div>
      ) : null}
      <ul class="list">
        {group.members.map((person) => (
          <li key={person}>
            <button type="button" class="item" onClick={() => show(<PersonDialog id={person} />)}>
              <Seat as="span" person={people.get(person)} state={presenceOf(parts, person)} />
              <span class="grow">
                <Name id={person} />
                <small>{[...partsOf(group, person).map(({ html }) => plain(html)), roleOf(group, person), state(parts, person)].filter(Boolean).join(' · ')}</small>
              </span>
              <Icon name="move" /><span class="unseen">{_('Move')}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="btn btn-wide" onClick={() => show(<WordDialog groups={[id]} />)}><Icon name="say" />{_('A word to this group')}</button>
      <LinkForm group={id} url={group.link} />
    </Dialog>
  );
}

/** @param {{sheet: import('./views.js').Reported[]}} props */
function Sheet({ sheet }) {
  return (
    <dl class="stack">
      {sheet.map((field) => (
        <div key={field.key}><dt class="lead-in"><Html as="span" html={field.html} /></dt><dd class="script" lang={langOf(textOf(field.value, field))}>{isFilled(field.value) ? <Value field={field} cells={{ [field.key]: field.value }} /> : '–'}</dd></div>
      ))}
    </dl>
  );
}

/** @param {import('./views.js').Group} group @param {number} person */
export function roleOf(group, person) {
  const role = Object.entries(group.roles ?? {}).find(([, who]) => who === person)?.[0];
  return role ? _(role) : '';
}

/** @param {import('./views.js').Parts} parts @param {number} person */
function state(parts, person) {
  const line = parts.presence?.[person];
  const words = presenceWord(presenceOf(parts, person));
  if (!line || line.s === 'here') return line?.slow ? _('slow line') : words;
  return line.since ? _('{state} since {time}', { state: words, time: clockTime(line.since) }) : words;
}
