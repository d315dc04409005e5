// @ts-check
/** Group work: who we are, my part, the step we are at, the case, our sheet. A group runs itself with this screen alone. */
import { useEffect, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { clockTime, now } from '../live/clock.js';
import { Dock, Place } from '../shared/Dock.jsx';
import { Value } from '../shared/Field.jsx';
import { filledOf } from '../shared/Fields.jsx';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Loading } from '../shared/Loading.jsx';
import { Name, groupName } from '../shared/Name.jsx';
import { Seat } from '../shared/Seat.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { State, worst } from '../shared/State.jsx';
import { Steps } from '../shared/Steps.jsx';
import { Frame } from './Frame.jsx';
import { HelpNote } from './Help.jsx';
import { Hints } from './Hints.jsx';
import { Missed } from './Missed.jsx';
import { Beside, OldSheet, Play, Round, reviewFace, traineeFace } from './faces.jsx';
import { Asides, Leftover, WhoSees } from './Now.jsx';
import { find, isOver, useJson, useRoom } from './room.js';
import { useRun } from './use-run.js';
import { useSheet } from './use-sheet.js';
import { duty, kindWord, roleWord } from './words.js';

/** @param {{run: string}} props */
export function Group({ run: id }) {
  const { view, agenda } = useRoom();
  const item = find(agenda, id)?.item;
  const run = view.runs?.[id];
  const card = useJson(run?.task);
  const round = view.round?.run === id ? view.round : null;
  const children = (round?.sheets ?? card?.children ?? item?.children?.map((child) => child.id) ?? []).filter((/** @type {string} */ child) => view.runs?.[child]);
  return (
    <Frame title={item?.title || kindWord('breakout')} over={groupName(view.group.id)} run={id} said={view.card?.turn > 1 ? _('Turn {n}: another role', { n: view.card.turn }) : _('You are in {group}', { group: groupName(view.group.id) })}>
      <Missed />
      {view.card ? <Play /> : null}
      <Us />
      <HelpNote />
      {round && run && !isOver(run) ? <Round round={round} run={run} /> : null}
      {card?.steps?.length && run && !isOver(run) ? (
        <section class="part">
          <Steps at={round?.step} steps={card.steps} whole={card.seconds || (item?.minutes ?? 0) * 60} endsAt={run.ends_at} left={run.phase === 'paused' ? run.left : null} gone={(now() - Date.parse(run.opened_at)) / 1000 - (run.paused_s ?? 0)} />
        </section>
      ) : null}
      {card ? <Case html={card.prompt} title={item?.title} /> : <Loading what={_('Slow line. Opening the case …')} />}
      <Asides card={card} />
      {round ? <Beside round={round} /> : null}
      <Place.Provider value={{ inline: true }}>
        {children.map((/** @type {string} */ child, /** @type {number} */ i) => <Sheet key={child} id={child} clock={run} first={i === 0} />)}
      </Place.Provider>
      {(view.old ?? []).map((/** @type {any} */ { group, of }) => <OldSheet key={group} group={group} ids={of} />)}
      <Foot ids={children} run={run} />
    </Frame>
  );
}

/** Seats, roles, my part. */
function Us() {
  const { view, people, me } = useRoom();
  const { members, roles, presence } = view.group;
  const mine = Object.keys(roles ?? {}).filter((role) => roles[role] === me); // a small group gives one person several parts
  const state = (/** @type {number} */ id) => (id === me ? 'here' : presence?.[id] ?? 'off');
  const roleOf = (/** @type {number} */ id) => Object.entries(roles ?? {}).filter(([, who]) => who === id).map(([name]) => roleWord(name)).join(', ');
  return (
    <section class="stack">
      <details class="fold">
        <summary>
          <span class="seats">{members.map((/** @type {number} */ id) => <Seat key={id} as="span" person={people[id]} state={state(id)} me={id === me} />)}</span>
          <span class="small">{_('Who is who')}</span><Icon name="down" />
        </summary>
        <ul>
          {members.map((/** @type {number} */ id) => (
            <li key={id} class="person">
              <Seat as="span" small person={people[id]} state={state(id)} me={id === me} />
              <span><span lang={people[id]?.lang}>{people[id]?.name}</span><small>{[roleOf(id), presenceWord(state(id), id === me)].filter(Boolean).join(' · ')}</small></span>
            </li>
          ))}
        </ul>
      </details>
      {mine.length ? (
        <p class="note note-own">
          <b>{_('You are the {role}.', { role: mine.map(roleWord).join(', ') })}</b> {mine.map(duty).join(' ')}{' '}
          {roles.reporter != null && roles.reporter !== me ? <Sentence text={_('{name} will report.')} name={<Name of={roles.reporter} people={people} />} /> : null}
        </p>
      ) : null}
    </section>
  );
}

/** @param {string} state @param {boolean} me */
const presenceWord = (state, me) => (me ? _('you') : state === 'here' ? _('here') : state === 'away' ? _('away for a moment') : _('no line just now'));

/** @param {{html: string | undefined, title?: string}} props */
function Case({ html, title }) {
  if (!html) return null;
  return (
    <details class="fold part">
      <summary><Icon name="listen" />{title ? _('Read aloud: {title}', { title }) : _('Read aloud')}<Icon name="down" /></summary>
      <Html class="read" html={html} />
    </details>
  );
}

/** One sheet of the group, or one's own inside the group work. @param {{id: string, clock: any, first: boolean}} props */
function Sheet({ id, clock, first }) {
  const { view, link } = useRoom();
  const { run, card, solution, mine, tally, face, tries, isOver: over } = useRun(id, clock);
  const sheet = useSheet(id, view.group?.id, card?.shared ?? []);
  if (!run) return null;
  if (!card) return <section class="part"><Loading what={_('Slow line. Opening the sheet …')} onAgain={link.again} /></section>;
  const Face = traineeFace(card.kind);
  const Review = reviewFace(card.kind);
  if (!Face) return null;
  const count = card.task?.fields ? filledOf(card.task, face.cells, sheet) : null;
  const name = card.title || (run.by === 'group' ? (card.task?.fields ? _('Our sheet') : kindWord(card.kind)) : card.task?.fields ? _('My own sheet') : kindWord(card.kind));
  const shown = over && run.phase === 'revealed' && (solution || tally);
  return (
    <section class="part stack" id={first ? 'our-sheet' : undefined}>
      <h2 class="sheet-head">{name} {count ? <span class="soft num nowrap">{_('{n} of {m}', { n: count.k, m: count.n })}</span> : null}</h2>
      {shown
        ? <Review task={card.task} mine={withWords(mine, sheet)} tally={tally} solution={solution} people={face.people} />
        : <Place.Provider value={{ inline: true, tries }}><Face {...face} sheet={sheet} /></Place.Provider>}
      {shown ? <Leftover states={face.states} forget={face.forget} /> : null}
      <Asides card={card} />
      {face.open && card.kind !== 'briefing' ? <><Hints run={id} count={face.hints} /><WhoSees run={run} isPrivate={card.private} /></> : null}
      {over ? <p class="state"><Icon name="closed" /><span>{run.ended_at ? _('Closed {time}. You can read, not write.', { time: clockTime(Date.parse(run.ended_at)) }) : _('Closed. You can read, not write.')}</span></p> : null}
    </section>
  );
}

/** @param {{[cell: string]: any}} cells @param {any} sheet */
function withWords(cells, sheet) {
  if (!sheet) return cells;
  return { ...cells, ...Object.fromEntries(sheet.names().map((/** @type {string} */ key) => [key, { text: sheet.text(key) }])) };
}

/** Down to the sheet; there, whether all has arrived. @param {{ids: string[], run: any}} props */
function Foot({ ids, run }) {
  const { view, desk, away } = useRoom();
  const [there, setThere] = useState(false);
  useEffect(() => {
    // Reached when its head has passed the lower part of the screen.
    const look = () => setThere((document.getElementById('our-sheet')?.getBoundingClientRect().top ?? Infinity) < innerHeight * 0.6);
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  const states = Object.assign({}, ...ids.map((id) => Object.fromEntries(Object.entries(desk.states(id, view.answers?.[id])).map(([cell, word]) => [`${id}/${cell}`, word]))));
  const word = worst(states);
  const link = view.group.link;
  const call = link ? <a class="btn btn-line btn-stack" href={link} target="_blank" rel="noopener noreferrer"><Icon name="call" />{_('Call')}</a> : null;
  if (isOver(run)) return <Dock><p class="dock-word grow">{_('Closed. You can read, not write.')}</p></Dock>;
  if (!there && ids.length) {
    return (
      <Dock>
        {call}
        <a class="btn btn-main btn-thumb grow" href="#our-sheet"><Icon name="pen" />{_('Write on our sheet')}</a>
      </Dock>
    );
  }
  return (
    <Dock>
      {call}
      <div class="dock-word grow">{word && !['received', 'late'].includes(word.state) ? <State {...word} /> : away ? _('What you write is kept on this phone.') : _('What you write goes by itself.')}</div>
    </Dock>
  );
}
