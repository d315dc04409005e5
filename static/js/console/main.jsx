// @ts-check
/** The trainer's console: opens the line, gathers what the components need, and lays them out. */
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { kinds as faces } from 'koottam:kinds/Trainer';
import { kinds as showing } from 'koottam:kinds/shows';
import { Kara } from '../shared/Kara.jsx';
import { Loading } from '../shared/Loading.jsx';
import { _, catalogueReady } from '../i18n.js';
import { now } from '../live/clock.js';
import { openLink } from '../live/link.js';
import { Acts } from './Acts.jsx';
import { Agenda } from './Agenda.jsx';
import { Banners, Refused } from './Banners.jsx';
import { ConsoleContext } from './context.js';
import { dayOf } from './drift.js';
import { Groups } from './Groups.jsx';
import { Header } from './Header.jsx';
import { wishOf } from './Maker.jsx';
import { NotYet } from './NotYet.jsx';
import { Now } from './Now.jsx';
import { People } from './People.jsx';
import { Queue } from './Report.jsx';
import { Notes } from './Side.jsx';
import { find, groupWork, isGroupWork, isOpen, stepOf } from './step.js';
import { Tabs } from './Tabs.jsx';
import { Undo } from './Undo.jsx';
import { useAct } from './use-act.js';
import { useFetched } from './use-fetched.js';
import { sender, useView } from './use-link.js';
import { useNow } from './use-now.js';
import { useSubject } from './use-subject.js';
import { useTab } from './use-tab.js';
import { useWide } from './use-wide.js';

const TICK_MS = 15_000; // drift and ages are said in minutes
const FRESH_MS = 3_000; // the change that made an act stale arrives about when the refusal does

/** @param {{link: import('../live/link.js').Link, meeting: string, me: number}} props */
function Console({ link, meeting, me }) {
  const parts = useView(link);
  const latest = useRef(parts);
  latest.current = parts;
  useNow(TICK_MS);
  const wide = useWide();
  const [tab, go] = useTab();
  const [dialog, show] = useState(/** @type {import('preact').VNode<any>|null} */ (null));
  const [hand, setHand] = useState(/** @type {number|null} */ (null));
  const [chosen, setLook] = useState(/** @type {string|null} */ (null));
  const { said, tell, outdate } = useSaid();
  const send = useMemo(() => sender(link), [link]);
  const { busy, act, post } = useAct(send, latest, tell);

  const agenda = useFetched(parts.meeting?.agenda, 'agenda');
  const roster = useFetched(parts.meeting?.roster, 'roster');
  const people = useMemo(() => new Map((roster?.people ?? []).map((/** @type {any} */ one) => [one.id, one])), [roster]);

  const look = chosen ?? parts.now?.item ?? parts.now?.run ?? agenda?.items[0]?.id ?? null;
  useFollow(parts, () => setLook(null));
  const work = tab === 'groups' ? groupWork({ agenda, parts, look }) : null;
  const subject = work?.id ?? look;
  const run = subject ? parts.runs?.[subject] : undefined;
  const { script, labels } = useSubject(meeting, agenda, parts, subject);
  for (const one of script?.inside ?? []) one.Face = faces[one.kind];
  const found = find(agenda, subject);
  const group = useGroupWork(parts, found?.top.id ?? null, script);
  const pins = usePins(parts);
  const kind = found?.item.kind ?? '';
  const shows = isGroupWork(found?.top) ? (script?.key?.model ? 'answer' : null) : (showing[kind]?.(script?.key ?? {}, script?.task ?? {}) ?? null);
  const step = stepOf({ agenda, parts, look, tab, answerable: !!faces[kind], shows, wish: group.wish, order: group.order, reported: group.reported, now: now() });
  const day = dayOf({ agenda, runs: parts.runs ?? {}, current: parts.now?.run ?? null, startsAt: parts.meeting?.starts_at, state: parts.meeting?.state ?? 'lobby', now: now() });

  const what = `${tab} ${subject} ${run?.phase} ${parts.groups?.preview?.run} ${parts.report?.at}`;
  const pane = useTop(what);
  useEffect(outdate, [`${what} ${link.line}`]);

  if (link.line === 'refused') return <p class="page">{link.refusal?.text}</p>;
  if (!parts.meeting) return <div class="page"><Loading what={_('Slow line. Opening the console …')} /></div>;

  const value = {
    meeting, me, parts, agenda, people, now, online: link.line === 'live', look, setLook, tab, go, busy, act, post, show, tell,
    whisper: (/** @type {string} */ type, /** @type {Record<string, unknown>} */ fields) => void send(type, fields).catch(() => {}),
    label: (/** @type {string} */ key) => labels.get(key), hand, setHand, ...group, ...pins,
  };
  const live = parts.meeting.state === 'live';
  const reporting = parts.report && parts.report.run === found?.top.id;
  const side = wide && tab !== 'groups' && tab !== 'people' && parts.meeting.state !== 'ended' && (live || script);
  return (
    <ConsoleContext.Provider value={value}>
      <div class="console">
        <Header drift={day.drift} />
        <Border day={day} />
        <Banners />
        <div class={`console-body ${side ? '' : 'console-two'}`}>
          {wide ? <nav class="pane pane-agenda" aria-label={_('Agenda')}><Agenda day={day} /></nav> : null}
          <div class="pane pane-main">
            <div class="pane-in" ref={pane} tabIndex={0} role="region" aria-label={_('Present view')}>
              {tab === 'people' ? <People /> : tab === 'groups' ? <Groups script={script} /> : tab === 'agenda' && !wide ? <Agenda day={day} title /> : <Now script={script} Face={faces[kind]} shows={shows} wide={wide} />}
            </div>
            <div class="bottom">
              <Refused said={said} />
              {side ? null : <Undo />}
              <Acts step={step} subject={found?.top.kind === 'quiz' || !found ? subject : found.top.id} isGroups={isGroupWork(found?.top)} />
            </div>
          </div>
          {side ? (
            <aside class="pane pane-side" aria-label={_('For you')} tabIndex={0}>
              <Undo />
              {reporting ? <section class="part stack"><Queue /></section> : null}
              <Notes script={script} />
              {isOpen(run) && !isGroupWork(found?.top) && shows !== undefined && faces[kind] ? <section class="part stack"><h2>{_('Not yet')}</h2><NotYet run={/** @type {string} */ (subject)} /></section> : null}
            </aside>
          ) : null}
        </div>
        {wide ? null : <Tabs />}
        {dialog}
      </div>
    </ConsoleContext.Provider>
  );
}

/** The woven border: how much of each activity is done. @param {{day: ReturnType<typeof dayOf>}} props */
function Border({ day }) {
  const here = day.rows.findIndex((row) => row.state === 'is');
  const items = day.rows.map((row) => ({
    minutes: row.planned || 1,
    rest: row.item.kind === 'break',
    done: row.state === 'did' ? 1 : row.state === 'is' ? Math.min(1, (now() - row.begins) / 60_000 / (row.planned || 1)) : 0,
  }));
  const done = day.rows.filter((row) => row.state === 'did').length;
  return <Kara items={items} here={here} label={_('{n} of {m} parts of the day are done', { n: done, m: items.length })} />;
}

/** When the class goes on to something else, the trainer's screen goes with it. @param {import('./views.js').Parts} parts @param {() => void} follow */
function useFollow(parts, follow) {
  const at = `${parts.now?.run} ${parts.now?.item}`;
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) follow();
    before.current = at;
  }, [at]);
}

/** A new thing on the screen begins at its top. @param {string} what */
function useTop(what) {
  const pane = useRef(/** @type {HTMLDivElement|null} */ (null));
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0;
    window.scrollTo(0, 0);
  }, [what]);
  return pane;
}

/** Why an act was not done: news for as long as what it speaks of stands. */
function useSaid() {
  const [said, set] = useState('');
  const since = useRef(0); // set with the words: an effect of the drawing before would come after them, and take them away
  const tell = (/** @type {string} */ words) => {
    since.current = now();
    set(words);
  };
  const outdate = () => void (now() - since.current > FRESH_MS && set(''));
  return { said, tell, outdate };
}

/** What the trainer wishes for a group work and does not tell the server before she does it. @param {import('./views.js').Parts} parts @param {string|null} run @param {any} task */
function useGroupWork(parts, run, task) {
  const [wishes, setWishes] = useState(/** @type {Record<string, any>} */ ({}));
  const [orders, setOrders] = useState(/** @type {Record<string, string[]>} */ ({}));
  const [reported, setReported] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const was = useRef(/** @type {string|null} */ (null));
  const under = parts.report?.run ?? null;
  useEffect(() => {
    if (was.current && !under) setReported((old) => new Set([...old, /** @type {string} */ (was.current)]));
    was.current = under;
  }, [under]);
  // After a reload only the server remembers: its last acts name the report-back that was begun and is no more.
  const begun = under ? [] : (parts.acts ?? []).filter((one) => one.what === 'report' && !one.undone).map((one) => one.run ?? '');
  const key = run ?? '';
  const groups = (parts.groups?.open ?? []).map((group) => group.id);
  return {
    wish: wishes[key] ?? wishOf(task?.options, groups.length > 0),
    setWish: (/** @type {any} */ wish) => setWishes({ ...wishes, [key]: JSON.parse(JSON.stringify(wish)) }), // leaves out what is undefined
    order: (orders[key] ?? groups).filter((id) => groups.includes(id)),
    setOrder: (/** @type {string[]} */ order) => setOrders({ ...orders, [key]: order }),
    reported: new Set([...reported, ...begun]),
  };
}

/** Pins put in or taken out since the last mixing. @param {import('./views.js').Parts} parts */
function usePins(parts) {
  const [pins, setPins] = useState({ on: /** @type {ReadonlySet<number>} */ (new Set()), off: /** @type {ReadonlySet<number>} */ (new Set()) });
  const mixed = JSON.stringify(parts.groups?.preview?.pins ?? []);
  useEffect(() => setPins({ on: new Set(), off: new Set() }), [mixed]);
  /** @param {number} person @param {boolean} on */
  const togglePin = (person, on) => {
    const without = (/** @type {ReadonlySet<number>} */ set) => [...set].filter((one) => one !== person);
    setPins({ on: new Set(on ? [...pins.on, person] : without(pins.on)), off: new Set(on ? without(pins.off) : [...pins.off, person]) });
  };
  return { pins, togglePin };
}

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const { meeting = '', person = '0', data } = root.dataset;
catalogueReady.then(() => {
  root.replaceChildren();
  render(<Console link={openLink({ meeting, face: 'console', data })} meeting={meeting} me={Number(person)} />, root);
});
