// @ts-check
/** One activity of the day: as it was, or still to be done. It unfolds only after answering, or when asked to. */
import { kinds as faces } from 'koottam:kinds/Trainee';
import { kinds as reviews } from 'koottam:kinds/Review';
import { useState } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { clockTime } from '../live/clock.js';
import { day } from '../shared/day.js';
import { Place } from '../shared/Dock.jsx';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { groupName, Name, shortName } from '../shared/Name.jsx';
import { Note } from '../shared/Note.jsx';
import { Offer } from '../shared/Offer.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { State, worst } from '../shared/State.jsx';
import { useTries } from '../shared/Tries.jsx';
import { kindWord } from '../phone/words.js';

const AT_ONCE = ['single', 'multiple', 'numeric', 'text', 'gaps', 'order', 'match', 'poll']; // sent by one tap, and it is done

/** @typedef {{item: any, desk: import('../live/desk.js').Desk, me: number, people: any, next?: string, load: () => Promise<boolean>, stored: Stored}} Props */
/** @typedef {Map<string, import('../live/desk.js').Kept>} Stored   run → what the server has stored since the day was loaded */

/** @param {Props & {number: number}} props */
export function Item({ item, number, ...rest }) {
  const open = item.state === 'open' || item.state === 'unseen';
  const lead = [number, kindWord(item.kind), item.minutes ? _('{n} min', { n: item.minutes }) : '', open ? _('still open') : ''].filter(Boolean).join(' · ');
  return (
    <section class="part stack" id={item.id}>
      <p class="lead-in">{lead}</p>
      <h2>{item.title || kindWord(item.kind)}</h2>
      {item.children?.length ? (
        <>
          {item.prompt ? <details class="fold"><summary><Icon name="listen" />{_('Read it again')}<Icon name="down" /></summary><Html class="read" html={item.prompt} /></details> : null}
          <Asides of={item} />
          {item.roles ? <Roles roles={item.roles} played={item.played} /> : null}
          {item.children.map((/** @type {any} */ child, /** @type {number} */ i) => (
            <div key={child.id} class="stack review-child">
              {child.title ? <h3>{child.title}</h3> : item.kind === 'quiz' ? <h3>{_('Question {n}', { n: i + 1 })}</h3> : null}
              <One item={child} {...rest} />
            </div>
          ))}
        </>
      ) : <One item={item} {...rest} />}
      {item.note ? <TrainersNote note={item.note} people={rest.people} /> : null}
    </section>
  );
}

/** All cards of a role play, for whoever wants to play it again. @param {{roles: any[], played: string[]}} props */
const Roles = ({ roles, played }) => (
  <details class="fold">
    <summary><Icon name="people" />{_('The roles and their cards')}<Icon name="down" /></summary>
    <div class="stack">
      {roles.map(({ key, html, card }) => (
        <div key={key} class={played.includes(key) ? 'note note-own' : 'note'}>
          <p><b><Html as="span" html={html} /></b> {played.includes(key) ? <span class="chip">{_('you')}</span> : null}</p>
          <Html class="read" html={card} />
        </div>
      ))}
    </div>
  </details>
);

/** @param {Props} props */
function One({ item, desk, me, people, next, load, stored }) {
  const [doing, setDoing] = useState(false);
  const run = item.run ?? item.id; // another name where the course asks another question now: what was written to the old one is not mixed in
  const tries = useTries(run, item.tries, desk, () => whenSent(desk, run, load));
  const isOpen = item.state === 'open' || item.state === 'unseen';
  const kept = Object.fromEntries(Object.entries(item.mine ?? {}).map(([cell, v]) => [cell, { v, at: item.at ?? new Date().toISOString() }]));
  Object.assign(kept, stored.get(run));
  const cells = desk.cells(run, kept);
  const states = desk.states(run, kept);
  const folder = item.kind === 'break' ? 'interval' : item.kind;
  const Face = faces[folder];
  const Review = reviews[folder];
  if (!item.task || !Review) return item.prompt ? <><Html class="read" html={item.prompt} /><Asides of={item} /></> : null;
  if (!isOpen || !Face) {
    return (
      <>
        {item.group ? <Ours group={item.group} /> : null}
        <Review task={item.task} mine={item.group?.cells ?? item.mine ?? {}} tally={item.tally} solution={item.key} people={people} taken={item.taken} />
        <Asides of={item} />
        {item.scribe ? <p class="state"><Icon name="sheet" /><span><Sentence text={_('{name} entered this from paper.')} name={<Name of={item.scribe} people={people} />} /></span></p> : null}
        {item.late ? <State state="late" minutes={item.late.minutes ?? 0} counts={item.late.counts} /> : null}
        <Before item={item} people={people} me={me} />
        <Since item={item} people={people} />
      </>
    );
  }
  const waits = worst(states);
  const isSent = waits && waits.state !== 'draft' && waits.state !== 'refused';
  if (!doing && !Object.keys(cells).length) {
    return (
      <div class={`sheet stack${next === item.id ? ' sheet-next' : ''}`}>
        <Before item={item} people={people} me={me} />
        <p>{item.since ? _('The course has changed this question since. Answer the new one, then see what is right now.') : item.state === 'unseen' ? _('You were not there for this one. Do it first, then see what the class said.') : _('You have not answered this yet. Answer first, then see what the class said.')}</p>
        <button type="button" class={`btn btn-wide${next === item.id ? ' btn-main' : ''}`} onClick={() => setDoing(true)}>
          {item.minutes ? ngettext('Do it now · {n} minute', 'Do it now · {n} minutes', item.minutes) : _('Do it now')}
        </button>
        <Unfold item={item} desk={desk} load={load} />
        <Since item={item} people={people} />
      </div>
    );
  }
  const put = async (/** @type {string} */ cell, /** @type {any} */ value, /** @type {number | undefined} */ at) => {
    tries?.wrote();
    await desk.put(run, cell, value, at);
    if (!tries && AT_ONCE.includes(item.kind)) whenSent(desk, run, load);
  };
  return (
    <div class="sheet stack">
      <Place.Provider value={{ inline: true, tries }}>
        <Face
          run={run} task={item.task} cells={cells} states={states} put={put} open people={people} me={me} tally={undefined} sheet={undefined}
          draft={(/** @type {string} */ cell, /** @type {any} */ value, /** @type {boolean | undefined} */ itself) => desk.draft(run, cell, value, itself)}
          forget={desk.outbox.forget} taken={item.taken && { ...item.taken, Offer }}
        />
      </Place.Provider>
      <Asides of={item} />
      <Hints item={item} desk={desk} load={load} />
      {isSent && !tries && AT_ONCE.includes(item.kind) ? <p class="soft" role="status">{_('What the class said opens as soon as your answer has arrived.')}</p> : null}
      {AT_ONCE.includes(item.kind) ? null : <button type="button" class="btn btn-wide" onClick={() => whenSent(desk, run, load)}>{_('I am done. Show me the rest')}</button>}
      <Unfold item={item} desk={desk} load={load} />
    </div>
  );
}

/** What the author says beside an activity to everyone. @param {{of: {asides?: string[]}}} props */
const Asides = ({ of }) => <>{(of.asides ?? []).map((html) => <Html key={html} class="note read" html={html} />)}</>;

/** Hints she took, and the next one. @param {{item: any, desk: import('../live/desk.js').Desk, load: () => Promise<boolean>}} props */
function Hints({ item, desk, load }) {
  if (!item.hints) return null;
  const { taken, of } = item.hints;
  const ask = async () => { await desk.command({ type: 'take_hint', run: item.run ?? item.id, number: taken.length + 1 }); whenSent(desk, item.run ?? item.id, load); };
  return (
    <div aria-live="polite">
      {taken.map((/** @type {string} */ hint, /** @type {number} */ i) => <Html key={i} class="note read" html={hint} />)}
      {taken.length < of ? <button type="button" class="btn btn-quiet" onClick={ask}><Icon name="star" />{taken.length ? _('One more hint') : _('Give me a hint')}</button> : null}
    </div>
  );
}

/** Once everything of this activity has arrived, look again. @param {import('../live/desk.js').Desk} desk @param {string} run @param {() => Promise<boolean>} load */
function whenSent(desk, run, load) {
  const isThere = () => !desk.outbox.waiting().some(({ body }) => body.run === run);
  if (isThere()) return void load();
  const stop = desk.on(() => {
    if (!isThere()) return;
    stop();
    void load();
  });
}

/** @param {{item: any, desk: import('../live/desk.js').Desk, load: () => Promise<boolean>}} props */
const Unfold = ({ item, desk, load }) => (
  <button type="button" class="btn btn-quiet" onClick={async () => { await desk.command({ type: 'unfold', run: item.run ?? item.id }); whenSent(desk, item.run ?? item.id, load); }}>
    {_('Show me without answering')}
  </button>
);

/** What the course did to her answer since the day, and that answer as she gave it. @param {{item: any, people: any}} props */
function Since({ item, people }) {
  const Review = reviews[item.kind];
  if (!item.since || !Review) return null;
  return (
    <Note head={item.since.fate === 'regraded' ? _('Marked anew on {day}', { day: day(item.since.at) }) : _('You answered an older question')}>
      <p>{item.since.fate === 'regraded' ? _('The course has changed what is right. Your answer stays as you gave it.') : _('The course has changed it since. Your answer is kept, and counts no more.')}</p>
      <details class="fold">
        <summary><Icon name="again" />{_('As it was then')}<Icon name="down" /></summary>
        <div class="stack">{item.older.map((/** @type {any} */ older, /** @type {number} */ i) => <Review key={i} task={older.task} mine={older.mine} solution={older.key} people={people} />)}</div>
      </details>
    </Note>
  );
}

/** What was written in the rounds of a pattern, to open. @param {{item: any, people: any, me: number}} props */
function Before({ item, people, me }) {
  const Review = reviews[item.kind];
  return (item.written ?? []).map((/** @type {any} */ one) => (
    <details key={one.who} class="fold">
      <summary><Icon name="sheet" />{roundWord(one, people, me)}<Icon name="down" /></summary>
      <Review task={item.task} mine={one.cells} people={people} />
    </details>
  ));
}

/** @param {{what: string, who: string, members: number[]}} one @param {any} people @param {number} me */
function roundWord({ what, who, members }, people, me) {
  const group = groupName(who);
  const names = members.filter((id) => id !== me).map((id) => shortName(id, people)).join(', ');
  const words = {
    alone: _('What you wrote alone'), told: _('What {names} told about', { names }),
    visited: _('The sheet of {group}, which you read', { group }), got: _('A word from {group}', { group }), visit: _('What you left for others'),
  };
  return words[/** @type {keyof typeof words} */ (what)] ?? (names ? _('What you wrote with {names}', { names }) : _('What {group} wrote', { group }));
}

/** @param {{group: any}} props */
const Ours = ({ group }) => <h3>{_('Our sheet')} <span class="soft">{groupName(group.id)}</span></h3>;

/** @param {{note: any, people: any}} props */
function TrainersNote({ note, people }) {
  const name = people[note.by]?.short ?? people[note.by]?.name;
  return <Note head={name ? _('{name}’s note', { name }) : _('A trainer’s note')}>{note.html ? <Html class="read" html={note.html} /> : <p class="read kept">{note.text ?? note}</p>}{note.at ? <p class="small soft">{clockTime(Date.parse(note.at))}</p> : null}</Note>;
}
