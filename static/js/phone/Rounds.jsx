// @ts-check
/** A pattern on the phone (1-2-4-All, jigsaw, gallery): this round, with whom one goes on, what was written before; and sheets one has left. */
import { useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { clockTime } from '../live/clock.js';
import { Value, has } from '../shared/Field.jsx';
import { Written } from '../shared/Fields.jsx';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Loading } from '../shared/Loading.jsx';
import { groupName, shortName } from '../shared/Name.jsx';
import { useJson, useRoom } from './room.js';
import { useSheet } from './use-sheet.js';

/** What this round is, and what comes next: with whom, and when. @param {{round: any, run: import('./room.js').Run}} props */
export function Round({ round, run }) {
  return <p class="note note-own" role="status"><b>{roundWord(round)}</b> {round.next ? <Next next={round.next} at={run.ends_at ? clockTime(Date.parse(run.ends_at)) : ''} /> : null}</p>;
}

/** @param {{next: any, at: string}} props */
function Next({ next, at }) {
  const { people } = useRoom();
  const names = namesOf(next.with, people);
  if (next.kind === 'all') return at ? _('At {time} all come together.', { time: at }) : _('Then all come together.');
  if (next.visits) {
    const group = groupName(next.visits);
    return at ? _('At {time} you go to the sheet of {group}.', { time: at, group }) : _('Then you go to the sheet of {group}.', { group });
  }
  if (!names) return null;
  return at ? _('At {time} you go on with {names}.', { time: at, names }) : _('Then you go on with {names}.', { names });
}

/** @param {number[]} ids @param {any} people */
const namesOf = (ids, people) => ids.map((id) => shortName(id, people)).join(', ');

/** @param {any} round */
function roundWord({ kind, pattern, visits, sheets, next }) {
  const words = {
    alone: _('You write alone now. Nobody else reads it yet.'),
    pairs: _('Now in pairs: tell each other what you wrote, and write one sheet.'),
    fours: _('Now in fours: put both sheets together into one.'),
    experts: _('Your group has one topic. Later each of you tells others about it.'),
    mixed: _('Now in new groups: each tells what her group wrote. Then write one sheet.'),
    sheet: next?.visits ? _('Write your sheet. Then another group comes and reads it.') : _('Write your sheet.'),
    visit: _('You are at the sheet of {group}: read it.', { group: groupName(visits) }) + (sheets.length ? ` ${_('Then leave them a word below.')}` : ''),
    all: pattern === 'gallery' ? _('Back at your own sheet: make it better, then the groups report.') : _('Now all together: the groups report.'),
  };
  return words[/** @type {keyof typeof words} */ (kind)] ?? '';
}

/** The sheets of the round before, to read. @param {{round: any}} props */
export const Beside = ({ round }) => (
  <>
    {round.visits && !round.beside.some((/** @type {any} */ one) => one.who === round.visits) ? <p class="note">{_('{group} has written nothing yet.', { group: groupName(round.visits) })}</p> : null}
    {round.beside.map((/** @type {any} */ one) => <Before key={`${one.run} ${one.who}`} round={round} {...one} />)}
  </>
);

/** @param {{round: any, run: string, who: string, by: number[], url: string}} props */
function Before({ round, run, who, by, url }) {
  const { view, people, me } = useRoom();
  const card = useJson(view.runs?.[run]?.task);
  const solution = useJson(view.runs?.[run]?.key)?.key;
  const cells = useJson(url)?.cells;
  const isOurs = round.visits && who !== round.visits;
  const fields = card?.task?.fields?.filter((/** @type {any} */ field) => has(field.key, cells ?? {})) ?? [];
  return (
    <details class="fold part" open={!isOurs}>
      <summary><Icon name="sheet" />{isOurs ? _('Our sheet') : nameOf(round, card, who, by, people, me)}<Icon name="down" /></summary>
      {card && cells ? null : <Loading />}
      {card && cells && solution ? <Written task={card.task} mine={cells} solution={solution} /> : (
        <dl class="stack">
          {fields.map((/** @type {any} */ field) => <div key={field.key}><dt class="small soft"><Html as="span" html={field.html} /></dt><dd class="read kept"><Value field={field} cells={cells} /></dd></div>)}
        </dl>
      )}
    </details>
  );
}

/** Who wrote it, or in a jigsaw what it is about and who tells it. @param {any} round @param {any} card @param {string} who @param {number[]} by @param {any} people @param {number} me */
function nameOf({ pattern }, card, who, by, people, me) {
  const title = card?.title;
  if (pattern === 'jigsaw' && title) return by.includes(me) ? _('{title}: you tell about it', { title }) : _('{title}: told by {names}', { title, names: namesOf(by, people) });
  if (pattern === 'gallery' && who.includes('v')) return _('A word from {group}', { group: groupName(who) });
  if (!who.startsWith('p')) return _('What {group} wrote', { group: groupName(who) });
  return Number(who.slice(1)) === me ? _('What you wrote alone') : _('What {name} wrote alone', { name: shortName(Number(who.slice(1)), people) });
}

/** The sheet of a group I was in before: to read. @param {{group: string, ids: string[]}} props */
export function OldSheet({ group, ids }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="fold part" onToggle={(event) => setOpen(/** @type {HTMLDetailsElement} */ (event.currentTarget).open)}>
      <summary><Icon name="sheet" />{_('The sheet of {group}, to read', { group: groupName(group).toLowerCase() })}<Icon name="down" /></summary>
      {open ? ids.map((id) => <OldWords key={id} id={id} group={group} />) : null}
    </details>
  );
}

/** @param {{id: string, group: string}} props */
function OldWords({ id, group }) {
  const { view } = useRoom();
  const card = useJson(view.runs?.[id]?.task);
  const sheet = useSheet(id, group, card?.shared ?? []);
  if (!card?.shared?.length) return null;
  if (!sheet) return <Loading />;
  const cells = Object.fromEntries(sheet.names().map((/** @type {string} */ key) => [key, { text: sheet.text(key) }]));
  const fields = card.task.fields.filter((/** @type {any} */ field) => field.columns || card.shared.includes(field.key));
  return (
    <dl class="stack">
      {fields.map((/** @type {any} */ field) => <div key={field.key}><dt class="small soft"><Html as="span" html={field.html} /></dt><dd class="read kept"><Value field={field} cells={cells} /></dd></div>)}
    </dl>
  );
}
