// @ts-check
/** A pattern such as 1-2-4-All on the phone: what this round is, with whom one goes on, what was written in the one before. */
import { _ } from '../i18n.js';
import { clockTime } from '../live/clock.js';
import { Value, has } from '../shared/Field.jsx';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Loading } from '../shared/Loading.jsx';
import { groupName, shortName } from '../shared/Name.jsx';
import { useJson, useRoom } from './room.js';

/** What this round is, and what comes next: with whom, and when. @param {{round: any, run: import('./room.js').Run}} props */
export function Round({ round, run }) {
  const { people } = useRoom();
  const mates = round.next?.with.map((/** @type {number} */ id) => shortName(id, people)).join(', ');
  const at = run.ends_at ? clockTime(Date.parse(run.ends_at)) : '';
  return (
    <p class="note note-own" role="status">
      <b>{roundWord(round.kind)}</b>{' '}
      {!mates ? null : at ? _('At {time} you go on with {names}.', { time: at, names: mates }) : _('Then you go on with {names}.', { names: mates })}
    </p>
  );
}

/** @param {string} kind */
function roundWord(kind) {
  const words = {
    alone: _('You write alone now. Nobody else reads it yet.'),
    pairs: _('Now in pairs: tell each other what you wrote, and write one sheet.'),
    fours: _('Now in fours: put both sheets together into one.'),
    all: _('Now all together: the groups report.'),
  };
  return words[/** @type {keyof typeof words} */ (kind)] ?? '';
}

/** The sheets of the round before, to read. @param {{round: any}} props */
export const Beside = ({ round }) => round.beside.map((/** @type {any} */ one) => <Before key={`${one.run} ${one.who}`} {...one} />);

/** @param {{run: string, who: string, url: string}} props */
function Before({ run, who, url }) {
  const { view, people, me } = useRoom();
  const card = useJson(view.runs?.[run]?.task);
  const cells = useJson(url)?.cells;
  const person = who.startsWith('p') ? Number(who.slice(1)) : null;
  const name = person === null ? _('What {group} wrote', { group: groupName(who) })
    : person === me ? _('What you wrote alone') : _('What {name} wrote alone', { name: shortName(person, people) });
  const fields = card?.task?.fields?.filter((/** @type {any} */ field) => has(field.key, cells ?? {})) ?? [];
  return (
    <details class="fold part" open>
      <summary><Icon name="sheet" />{name}<Icon name="down" /></summary>
      {card && cells ? null : <Loading />}
      <dl class="stack">
        {fields.map((/** @type {any} */ field) => <div key={field.key}><dt class="small soft"><Html as="span" html={field.html} /></dt><dd class="read kept"><Value field={field} cells={cells} /></dd></div>)}
      </dl>
    </details>
  );
}
