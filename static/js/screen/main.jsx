// @ts-check
/** The class screen: what the whole hall sees. No name of a person is on it but that of a group's reporter. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { kinds as faces } from 'koottam:kinds/Screen';
import { useFetched } from '../console/use-fetched.js';
import { Icon } from '../shared/Icon.jsx';
import { Html } from '../shared/Html.jsx';
import { Kara } from '../shared/Kara.jsx';
import { Loading } from '../shared/Loading.jsx';
import { Threads } from '../shared/Threads.jsx';
import { Timer } from '../shared/Timer.jsx';
import { langOf } from '../shared/lang.js';
import { _, catalogueReady } from '../i18n.js';
import { clockTime, now } from '../live/clock.js';
import { openLink } from '../live/link.js';
import { Groups } from './Groups.jsx';
import { Join } from './Join.jsx';
import { Report } from './Report.jsx';
import { useFit } from './use-fit.js';

const IN_GROUPS = new Set(['breakout', 'roleplay', 'case']);
const TICK_MS = 20_000; // the woven border grows by the minute

/** @param {{link: import('../live/link.js').Link}} props */
function Screen({ link }) {
  const [, turn] = useState(0);
  useEffect(() => link.on(() => turn((count) => count + 1)), [link]);
  useEffect(() => {
    const timer = window.setInterval(() => turn((count) => count + 1), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  const view = link.view ?? {};
  const { meeting, now: at, runs = {}, count, tallies = {}, report, groups = [] } = view;
  const agenda = useFetched(meeting?.agenda, 'agenda');
  const roster = useFetched(meeting?.roster, 'roster');
  const id = at?.item ?? at?.run ?? null;
  const top = agenda?.items.find((/** @type {any} */ item) => item.id === at?.run) ?? null;
  const place = (top?.children ?? []).findIndex((/** @type {any} */ child) => child.id === id);
  const item = place >= 0 ? top.children[place] : top;
  const run = id ? runs[id] : undefined;
  const task = useFetched(run?.task, id ?? '');
  const key = useFetched(run?.phase === 'revealed' ? run.key : null, `key ${id} ${run?.phase}`);

  useFit();

  if (link.line === 'refused') return <p class="hall">{link.refusal?.text}</p>;
  if (!meeting) return <div class="hall"><Loading /></div>;

  const state = meeting.state;
  const over = state === 'ended' || state === 'review';
  const work = IN_GROUPS.has(top?.kind);
  let body = null;
  if (over) body = <End />;
  else if (state !== 'live' || !item || !run || run.phase === 'ready') body = <Join meeting={meeting} />;
  else if (report) body = <Report report={report} reporter={roster?.people.find((/** @type {any} */ one) => one.id === report.reporter)} />;
  else if (item.kind === 'break') body = <Rest run={run} task={task} />;
  else if (work && run.phase === 'closed') body = <Back />;
  else if (work && run.phase !== 'revealed') body = <Groups task={task} run={run} groups={groups} round={view.round} />;
  else if (work) body = <Model item={top} runs={runs} />;
  else body = <Activity Face={faces[item.kind]} task={task} tally={tallies[id] ?? null} solution={key?.key ?? null} count={count} run={run} />;

  const still = !over && run && (run.phase === 'closed' || run.phase === 'revealed');
  return (
    <>
      <header class="hall-head">
        <span class="brand"><Icon name="koottam" /><span>Koottam <span lang="ml">കൂട്ടം</span></span></span>
        <h1 class="hall-name" lang={langOf(item?.title)}>{heading({ meeting, item: over ? null : item, top, place })}</h1>
        {state === 'live' && meeting.code && id ? <span class="hall-join-code num"><span class="unseen">{_('Code')}</span>{meeting.code.slice(0, 3)} {meeting.code.slice(3)}</span> : null}
        {link.line === 'away' ? <span class="chip"><Icon name="offline" />{_('No line just now')}</span> : null}
        {report ? <Timer endsAt={new Date(Date.parse(report.since) + report.seconds * 1000).toISOString()} whole={report.seconds} />
          : still ? <span class="timer timer-still">{_('closed')}</span>
            : !over && run && !work && item?.kind !== 'break' ? <Timer endsAt={run.ends_at} left={run.phase === 'paused' ? (run.left ?? 0) : undefined} whole={item?.seconds || undefined} /> : null}
      </header>
      {body}
      <Border agenda={agenda} runs={runs} current={at?.run ?? null} over={over} />
    </>
  );
}

/** What the hall is about now. @param {{meeting: any, item: any, top: any, place: number}} now */
function heading({ meeting, item, top, place }) {
  if (!item) return [meeting.course, meeting.cohort].filter(Boolean).join(' · ');
  return place < 0 ? item.title : `${top.title} · ${_('{n} of {m}', { n: place + 1, m: top.children.length })}`;
}

/** @param {{Face: any, task: any, tally: any, solution: any, count: any, run: any}} props */
function Activity({ Face, task, tally, solution, count, run }) {
  if (!task) return <div class="hall"><Loading /></div>;
  const open = run.phase === 'open' || run.phase === 'paused';
  const counted = open && count && count.m > 0 && task.private !== undefined && Face;
  return (
    <div class="hall">
      {Face ? <Face task={task.task ?? task} tally={tally} solution={solution} /> : <Html class="ask" html={task.prompt ?? task.task?.prompt} />}
      {counted ? (
        <div class="hall-foot">
          <p class="row apart wrap">
            <span><b class="big num">{count.n}</b> {_('of {m} have answered', { m: count.m })}</span>
            <span class="soft">{task.naming === 'named' ? _('Answer on your phone.') : _('Answer on your phone. Nobody in the class sees who said what.')}</span>
          </p>
          <Threads yes={count.n} of={count.m} label={_('{n} of {m} have answered', { n: count.n, m: count.m })} />
        </div>
      ) : null}
    </div>
  );
}

/** @param {{run: any, task: any}} props */
const Rest = ({ run, task }) => (
  <div class="hall hall-rest">
    <h2 class="read">{_('Break')}</h2>
    {run.ends_at ? <p class="hall-lead soft">{_('We go on at')}</p> : null}
    {run.ends_at ? <p class="hall-big num">{clockTime(Date.parse(run.ends_at))}</p> : null}
    <Html class="ask" html={task?.task?.prompt ?? task?.prompt} />
  </div>
);

/** After group work: the model answers, once they are shown. @param {{item: any, runs: any}} props */
const Model = ({ item, runs }) => (
  <div class="hall"><div class="stack-wide">{item.children.map((/** @type {any} */ child) => <ModelOf key={child.id} url={runs[child.id]?.phase === 'revealed' ? runs[child.id].key : null} />)}</div></div>
);

/** @param {{url: string|null}} props */
function ModelOf({ url }) {
  const found = useFetched(url, url ?? '');
  return <Html class="ask" html={found?.key?.model ?? found?.key?.explain} />;
}

const Back = () => <div class="hall hall-rest"><h2 class="read">{_('Welcome back')}</h2><p class="hall-lead">{_('Now we hear each other.')}</p></div>;

const End = () => (
  <div class="hall hall-rest">
    <h2 class="read">{_('Thank you')}</h2>
    <p class="hall-lead">{_('What you did today is on your phone. Go through it again when you like.')}</p>
  </div>
);

/** The woven border at the foot. @param {{agenda: any, runs: any, current: string|null, over: boolean}} props */
function Border({ agenda, runs, current, over }) {
  const items = agenda?.items ?? [];
  if (!items.length) return null;
  const here = items.findIndex((/** @type {any} */ item) => item.id === current);
  const run = current ? runs[current] : undefined;
  const part = (/** @type {any} */ item) => {
    if (!run?.opened_at || !item.seconds) return 0;
    return run.phase === 'open' ? Math.min(1, (now() - Date.parse(run.opened_at)) / 1000 / item.seconds) : 1;
  };
  const woven = items.map((/** @type {any} */ item, /** @type {number} */ at) => ({
    minutes: item.minutes || 1, rest: item.kind === 'break', done: over || at < here ? 1 : at === here ? part(item) : 0,
  }));
  const label = here >= 0 ? _('Activity {n} of {m}', { n: here + 1, m: items.length }) : _('{n} parts of the day', { n: items.length });
  return <div class="hall-border"><Kara items={woven} here={here} label={label} /></div>;
}

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const { meeting = '', data } = root.dataset;
catalogueReady.then(() => {
  root.replaceChildren();
  render(<Screen link={openLink({ meeting, face: 'screen', data })} />, root);
});
