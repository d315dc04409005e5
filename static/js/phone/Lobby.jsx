// @ts-check
/** Before the day: you have arrived, who leads, when it begins. */
import { _ } from '../i18n.js';
import { clockTime, now } from '../live/clock.js';
import { Dock } from '../shared/Dock.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Name } from '../shared/Name.jsx';
import { Ring } from '../shared/Ring.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { useLeft } from '../shared/use-left.js';
import { Frame } from './Frame.jsx';
import { useRoom } from './room.js';

export function Lobby() {
  const { view, agenda, people, me } = useRoom();
  const { meeting } = view;
  const starts = meeting.starts_at ? Date.parse(meeting.starts_at) : null;
  useLeft(meeting.starts_at, null, undefined, [3600, 1800, 1200, 900, 600, 300, 240, 180, 120, 60, 0]);
  const minutes = starts ? Math.ceil((starts - now()) / 60_000) : 0;
  const seats = seating(people, me, meeting.n_here ?? null);
  const of = Object.values(people).filter((person) => !person.trainer).length;
  const here = meeting.n_here ?? null;
  const leads = meeting.lead_names ?? [];
  return (
    <Frame title={agenda?.title ?? meeting.title} plain said={meeting.title} right={<Languages />}>
      <p class="soft">{[meeting.course, agenda?.day ? _('Day {d} of 7', { d: agenda.day }) : ''].filter(Boolean).join(' · ')}</p>
      <h1 class="read">{agenda?.title ?? meeting.title}</h1>
      <div class="lobby-ring">
        <Ring seats={seats} count={here} under={here === null ? '' : _('of {m} here', { m: of })} label={here === null ? _('Your seat in the ring of {m}', { m: of }) : _('{n} of {m} are here', { n: here, m: of })} />
      </div>
      <p class="hello">
        <b><Sentence text={_('Welcome, {name}. You have arrived.')} name={<span lang={people[me]?.lang}>{people[me]?.short ?? people[me]?.name ?? ''}</span>} /></b><br />
        <span class="soft">
          {starts && minutes > 90 ? _('Begins at {time}', { time: clockTime(starts) }) : starts && minutes > 0 ? _('Begins at {time} · in {n} minutes', { time: clockTime(starts), n: minutes }) : _('The trainer begins in a moment.')}
        </span>
      </p>
      {leads.length ? (
        <ul class="list">
          <li><div class="item"><Icon name="people" big /><span>{_('Trainers')}<small>{leads.map((/** @type {number} */ id, /** @type {number} */ i) => <span key={id}>{i ? ', ' : ''}<span lang={people[id]?.lang}>{people[id]?.name ?? _('someone')}</span></span>)}</small></span></div></li>
        </ul>
      ) : null}
      <Dock>{meeting.link ? <a class="btn btn-main btn-thumb grow" href={meeting.link} target="_blank" rel="noopener noreferrer"><Icon name="call" />{_('Open the call')}</a> : <p class="dock-word grow">{_('Leave this page open. It goes on by itself.')}</p>}</Dock>
    </Frame>
  );
}

/** The other languages, as the server wrote them into the page. */
const Languages = () => (
  <>
    {[.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('#languages a'))].map(({ href, lang, textContent }) => (
      <a key={lang} class="btn btn-quiet" href={href} lang={lang} hreflang={lang}><Icon name="language" />{textContent}</a>
    ))}
  </>
);

/** Trainers at the top, my own seat gold at the bottom. @param {import('../shared/Name.jsx').People} people @param {number} me @param {number | null} here */
function seating(people, me, here) {
  const all = Object.values(people);
  const leads = all.filter((person) => person.trainer).length;
  const others = all.filter((person) => !person.trainer && person.id !== me).length;
  let filled = here === null ? 0 : Math.max(0, here - 1);
  /** @type {import('../shared/Ring.jsx').Sitting[]} */
  const seats = Array.from({ length: others }, () => (here === null ? 'free' : filled-- > 0 ? 'here' : 'off'));
  const half = Math.floor(seats.length / 2);
  return /** @type {import('../shared/Ring.jsx').Sitting[]} */ ([...Array(Math.ceil(leads / 2)).fill('lead'), ...seats.slice(0, half), 'me', ...seats.slice(half), ...Array(Math.floor(leads / 2)).fill('lead')]);
}
