// @ts-check
/** Who is here, who waits at the door, how one comes in, and what was done last. */
import { Icon } from '../shared/Icon.jsx';
import { Copy } from '../shared/Copy.jsx';
import { Seat } from '../shared/Seat.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { _, ngettext } from '../i18n.js';
import { openGroups, presenceOf, trainees, useConsole } from './context.js';
import { EndDialog } from './EndDialog.jsx';
import { Guests } from './Guests.jsx';
import { spaced } from './Lobby.jsx';
import { LinkForm } from './LinkForm.jsx';
import { GroupName, Name, Who } from './Name.jsx';
import { PersonDialog } from './PersonDialog.jsx';
import { actWord, clockTime } from './words.js';

/** @import { Person } from './views.js' */

export function People() {
  const { parts, people, show } = useConsole();
  const all = trainees(people);
  const meeting = parts.meeting;
  /** @param {Person} person */
  const came = (person) => !!parts.presence?.[person.id];
  const off = all.filter((person) => came(person) && presenceOf(parts, person.id) === 'off');
  const away = all.filter((person) => presenceOf(parts, person.id) === 'away');
  const here = all.filter((person) => presenceOf(parts, person.id) === 'here');
  const never = all.filter((person) => !came(person));
  return (
    <>
      <h2 class="h-pane">{_('{n} of {m} are here', { n: here.length + away.length, m: all.length })}</h2>
      <Guests />
      <Some title={ngettext('{n} has no line', '{n} have no line', off.length)} people={off} />
      <Some title={ngettext('{n} is away', '{n} are away', away.length)} people={away} />
      <Some title={ngettext('{n} is here', '{n} are here', here.length)} people={here} />
      <Some title={ngettext('{n} has not come yet', '{n} have not come yet', never.length)} people={never} />
      <section class="part stack">
        <h3>{_('Come in')}</h3>
        <p class="lobby-code">{spaced(meeting?.code)}</p>
        {meeting?.join_url ? <Copy text={new URL(meeting.join_url, location.origin).href} /> : null}
        <p><a class="btn btn-line" href={`/m/${meeting?.id}/screen`} target="koottam-screen"><Icon name="screen" />{_('Class screen with QR code')}</a></p>
      </section>
      <LinkForm url={meeting?.link} />
      <Done />
      {meeting?.state === 'live' ? (
        <section class="part stack">
          <h3>{_('End of the day')}</h3>
          <button type="button" class="btn" onClick={() => show(<EndDialog />)}><Icon name="tick" />{_('End the day')}</button>
        </section>
      ) : null}
    </>
  );
}

/** @param {{title: string, people: Person[]}} props */
function Some({ title, people: some }) {
  const { parts, show } = useConsole();
  if (!some.length) return null;
  const groups = openGroups(parts);
  return (
    <section class="part">
      <h3>{title}</h3>
      <ul class="list people">
        {some.map((person) => {
          const line = parts.presence?.[person.id];
          const group = groups.find((one) => one.members.includes(person.id));
          return (
            <li key={person.id}>
              <button type="button" class="item" onClick={() => show(<PersonDialog id={person.id} />)}>
                <Seat as="span" person={person} state={presenceOf(parts, person.id)} />
                <span class="grow">
                  <Name id={person.id} />
                  <small>
                    {group ? <GroupName id={group.id} name={group.name} /> : person.district}
                    {line && line.s !== 'here' && line.since ? <> · {_('since {time}', { time: clockTime(line.since) })}</> : null}
                    {line?.slow ? <> · {_('slow line')}</> : null}
                  </small>
                </span>
                <Icon name="next" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What trainers did last: with two of them, each sees the other's acts. */
function Done() {
  const { parts, agenda } = useConsole();
  const acts = [...(parts.acts ?? [])].reverse();
  if (!acts.length) return null;
  /** @param {string|null|undefined} run */
  const title = (run) => agenda?.items.flatMap((item) => [item, ...(item.children ?? [])]).find((item) => item.id === run)?.title;
  return (
    <section class="part stack">
      <h3>{_('What was done')}</h3>
      <ul class="done-list">
        {acts.map((one) => (
          <li key={one.seq} class={one.undone ? 'soft undone' : ''}>
            <span class="num soft">{clockTime(one.at)}</span>{' '}
            <span>
              <Sentence text={_('{what} by {who}')} what={actWord(one.what)} who={<Who id={one.who} />} />
              {one.person ? <>: <Name id={one.person} short /></> : title(one.run) ? <>: {title(one.run)}</> : null}
              {one.undone ? <> ({_('taken back')})</> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
