// @ts-check
/** One group on the board: who is there, how far they are, what they last wrote, whether they ask for help. */
import { Bar } from '../shared/Bar.jsx';
import { Icon } from '../shared/Icon.jsx';
import { groupName } from '../shared/Name.jsx';
import { Seat } from '../shared/Seat.jsx';
import { _ } from '../i18n.js';
import { calls, presenceOf, useConsole } from './context.js';
import { Sentence } from '../shared/Sentence.jsx';
import { Cast } from './Cast.jsx';
import { GroupDialog } from './GroupDialog.jsx';
import { FieldName, GroupName, langOf, Name, Who } from './Name.jsx';
import { find } from './step.js';
import { useNow } from './use-now.js';
import { useSeen } from './use-seen.js';
import { ago, span } from './words.js';

/** @import { Group, Help, Parts } from './views.js' */

const SILENT_SECONDS = 240; // a group that writes nothing for four minutes is thinking hard, or stuck
const WRITING_SECONDS = 5;

/** The call for help of this group that is not settled. @param {Parts} parts @param {string} group @returns {Help|undefined} */
export const callOf = (parts, group) => calls(parts).find((call) => call.group === group);

/** @param {{group: Group}} props */
export function Tile({ group }) {
  const { parts, show, now } = useConsole();
  useNow();
  const tile = parts.board?.[group.id];
  const call = callOf(parts, group.id);
  const writing = tile?.at && (now() - Date.parse(tile.at)) / 1000 < WRITING_SECONDS;
  return (
    <article class={`tile ${call ? 'tile-call' : ''} ${call?.state === 'attended' ? 'tile-seen' : ''}`} aria-labelledby={`tile-${group.id}`}>
      {call ? <Flag call={call} /> : null}
      <h3 id={`tile-${group.id}`} class="tile-head">
        <GroupName id={group.id} name={group.name} />
        {tile?.of ? <span class="num soft">{_('{n} of {m}', { n: tile.filled, m: tile.of })}</span> : null}
      </h3>
      <Bar part={tile?.of ? tile.filled / tile.of : 0} fill="act" />
      <Task group={group} />
      <Seats group={group} />
      <Cast group={group} />
      <p class="tile-text">
        {tile?.field ? <small><FieldName name={tile.field} />{writing && tile.by ? <> · <Sentence text={_('{who} is writing')} who={<Name id={tile.by} short />} /></> : null}</small> : null}
        {tile?.text ? <span class="tile-words" lang={langOf(tile.text)}>{tile.text}</span> : tile?.of === 0 ? null : <span class="soft">{_('Nothing written yet.')}</span>}
      </p>
      <p class="tile-foot">
        {tile?.step ? <span>{_('Step {n}', { n: tile.step })}</span> : null}
        <Silence tile={tile} />
        <button type="button" class="btn btn-quiet" onClick={() => show(<GroupDialog id={group.id} />)}>
          {_('Look in')}<span class="unseen">: <GroupName id={group.id} name={group.name} /></span>
        </button>
      </p>
    </article>
  );
}

/** In a pattern: its topic, or whose sheet it reads. @param {{group: Group}} props */
function Task({ group }) {
  const { parts, agenda } = useConsole();
  const topic = find(agenda, parts.round?.topics?.[group.id])?.item.title;
  const visits = parts.round?.visits?.[group.id];
  if (visits) return <p class="small">{_('Reads the sheet of {group}', { group: groupName(visits) })}</p>;
  return topic ? <p class="small">{_('Topic: {title}', { title: topic })}</p> : null;
}

/** How long ago the group wrote; in gold when it is silent. @param {{tile: import('./views.js').Tile|undefined}} props */
export function Silence({ tile }) {
  const { now, parts } = useConsole();
  const run = parts.runs?.[parts.now?.run ?? ''];
  const since = tile?.at ?? run?.opened_at;
  if (!since) return null;
  const seconds = (now() - Date.parse(since)) / 1000;
  if (run?.phase === 'open' && seconds > SILENT_SECONDS) return <span class="quiet">{_('no word for {n} min', { n: Math.floor(seconds / 60) })}</span>;
  return tile?.at ? <span>{ago(seconds)}</span> : <span />;
}

/** @param {{group: Group}} props */
export function Seats({ group }) {
  const { parts, people } = useConsole();
  if (!group.members.length) return <p class="soft small">{_('Nobody in it.')}</p>;
  return (
    <ul class="seats">
      {group.members.map((id) => (
        <Seat key={id} small person={people.get(id)} state={presenceOf(parts, id)} />
      ))}
    </ul>
  );
}

/** @param {{call: Help}} props */
export function WithThem({ call }) {
  const { me } = useConsole();
  return call.who === me ? <>{_('You are with them')}</> : <Sentence text={_('{who} is with them')} who={<Who id={call.who} />} />;
}

/** The call for help, and the one tap that answers it. @param {{call: Help}} props */
export function Flag({ call }) {
  const { act, now, whisper } = useConsole();
  const seen = useSeen(call.state === 'asked', () => whisper('see_help', { help: call.id }));
  const seconds = (now() - Date.parse(call.at)) / 1000;
  if (call.state === 'attended') {
    return (
      <div class="tile-flag">
        <Icon name="help" />
        <span><WithThem call={call} /></span>
        <button type="button" class="btn" onClick={() => act('resolve_help', { help: call.id })}>{_('Done')}</button>
      </div>
    );
  }
  return (
    <div class="tile-flag" ref={seen}>
      <Icon name="help" />
      <span>
        {_('Help, {time} ago', { time: span(seconds) })}
        {call.reason ? <>: <span lang={langOf(call.reason)}>“{call.reason}”</span></> : null}
        {call.state === 'seen' ? <> · <Sentence text={_('seen by {who}')} who={<Who id={call.who} />} /></> : null}
      </span>
      <button type="button" class="btn" onClick={() => act('attend_help', { help: call.id })}>{_('I go')}</button>
    </div>
  );
}

