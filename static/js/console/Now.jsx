// @ts-check
/** The activity on the trainer's screen: what it is, how far the class is, the result before the class sees it. */
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Loading } from '../shared/Loading.jsx';
import { Timer } from '../shared/Timer.jsx';
import { _, ngettext } from '../i18n.js';
import { Board, Round } from './Board.jsx';
import { useConsole } from './context.js';
import { Count } from './Count.jsx';
import { GroupLines } from './GroupLines.jsx';
import { missing, NotYet } from './NotYet.jsx';
import { Lobby } from './Lobby.jsx';
import { Ended } from './Ended.jsx';
import { Order } from './Order.jsx';
import { Notes } from './Side.jsx';
import { Report } from './Report.jsx';
import { Taking } from './Taking.jsx';
import { WeakLines } from './WeakLines.jsx';
import { WhoSees } from './WhoSees.jsx';
import { find, isGroupWork, isOpen, isOver } from './step.js';
import { clockTime, kindWord, namingWord } from './words.js';

/**
 * @param {{script: any, Face: any, shows: 'answer'|'result'|null, wide: boolean}} props   `script`: also holds the task
 */
export function Now({ script, Face, shows, wide }) {
  const console = useConsole();
  const { parts, agenda, look } = console;
  const state = parts.meeting?.state;
  const found = find(agenda, look);
  if (state === 'ended' || state === 'review') return <Ended />;
  if (state !== 'live') return <Lobby script={script} />;
  if (!found) return <p class="soft">{_('The agenda is on its way.')}</p>;
  const { item, top } = found;
  const reporting = parts.report?.run === top.id;
  if (reporting) return <><Report /><Folded script={script} /></>;
  if (isGroupWork(top)) return wide && isOpen(parts.runs?.[top.id]) ? <><Elsewhere /><Board work={top} /></> : <GroupWork script={script} />;
  return (
    <>
      <Elsewhere />
      <Heading />
      {top.kind === 'quiz' ? <Questions top={top} /> : null}
      {item === top && top.kind === 'quiz' ? <Html class="script" html={promptOf(script)} /> : <Activity script={script} Face={Face} shows={shows} />}
      <Folded script={script} waiting={item.id} />
    </>
  );
}

/** Title, place in the day and clock. @param {{id?: string}} props */
export function Heading({ id }) {
  const { parts, agenda, look } = useConsole();
  const found = find(agenda, id ?? look);
  if (!found) return null;
  const { item, top, number, of, place } = found;
  const run = parts.runs?.[item.id];
  const facts = [
    top.kind === 'break' ? null : _('{n} of {m}', { n: number, m: of }),
    kindWord(top),
    place ? _('question {n} of {m}', { n: place, m: top.children?.length ?? 0 }) : null,
    run?.naming && run.naming !== 'trainers' && item.kind !== 'break' ? namingWord(run.naming) : null,
  ];
  return (
    <div class="row apart row-top heading">
      <div class="grow">
        <p class="soft small">{facts.filter(Boolean).join(' · ')}</p>
        <h2 class="h-pane">{place && !item.title ? top.title : item.title || kindWord(item)}</h2>
      </div>
      <Clock id={item.id} />
    </div>
  );
}

/** The time left, or in words why there is none. @param {{id: string}} props */
export function Clock({ id }) {
  const { parts, agenda, now } = useConsole();
  const run = parts.runs?.[id];
  const minutes = find(agenda, id)?.item.minutes;
  if (!run || run.phase === 'ready') return minutes ? <span class="timer timer-still">{_('{n} min', { n: minutes })}</span> : null;
  if (isOver(run)) return <span class="timer timer-still">{_('closed {time}', { time: clockTime(run.ended_at) })}</span>;
  return <Timer endsAt={run.ends_at} left={run.phase === 'paused' ? (run.left ?? 0) : undefined} whole={run.planned_s || undefined} now={now} />;
}

/** A note when this trainer looks at another activity than the class. */
function Elsewhere() {
  const { parts, agenda, look, setLook } = useConsole();
  const here = find(agenda, parts.now?.run);
  const found = find(agenda, look);
  if (!here || !found || found.top === here.top) return null;
  const closing = isOpen(parts.runs?.[here.top.id]) && (parts.runs?.[found.item.id]?.phase ?? 'ready') === 'ready';
  return (
    <p class={`row apart elsewhere ${closing ? 'note wrap' : ''}`}>
      <span class={closing ? '' : 'soft small'}>
        {closing ? _('Only you look at this. The class is still at: {title}. Opening this closes that.', { title: here.top.title }) : _('The class still sees: {title}', { title: here.top.title })}
      </span>
      <button type="button" class={closing ? 'btn btn-line' : 'btn btn-quiet'} onClick={() => setLook(null)}><Icon name="back" />{_('Back')}</button>
    </p>
  );
}

/** The questions of a quiz, one tap each. @param {{top: import('./views.js').Item}} props */
function Questions({ top }) {
  const { parts, look, setLook } = useConsole();
  return (
    <ol class="questions" aria-label={_('Questions')}>
      {(top.children ?? []).map((child, place) => {
        const run = parts.runs?.[child.id];
        const words = isOver(run) ? _('closed') : run && run.phase !== 'ready' ? _('open') : _('not opened yet');
        return (
          <li key={child.id}>
            <button
              type="button"
              class={`question ${isOver(run) ? 'did' : run && run.phase !== 'ready' ? 'is' : ''}`}
              aria-current={look === child.id ? 'step' : undefined}
              onClick={() => setLook(child.id)}
            >
              {place + 1}{isOver(run) ? <Icon name="tick" /> : null}<span class="unseen">{words}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** @param {any} script */
const promptOf = (script) => script?.prompt ?? script?.task?.prompt;

/** @param {{script: any, Face: any, shows: 'answer'|'result'|null}} props */
function Activity({ script, Face, shows }) {
  const console = useConsole();
  const { parts, look } = console;
  const id = /** @type {string} */ (look);
  const run = parts.runs?.[id];
  const started = run && run.phase !== 'ready';
  const answered = parts.answered?.[id];
  const taking = parts.taking?.[id]; // before it opens, what is taken over is looked through in place of the task
  const counts = started && shows !== undefined && Face && (run.m ?? 0) > 0;
  return (
    <>
      {counts ? <Count n={answered?.n ?? run.n ?? 0} m={answered?.m ?? run.m ?? 0} late={answered?.late ?? 0} waiting={onTheWay(console, id)} groups={run.by === 'group'} /> : null}
      <Helped answered={answered} first={parts.tallies?.[id]?.first} />
      <WeakLines run={id} />
      <Html class="ask ask-small" html={promptOf(script)} />
      {Face && script?.task && !(taking && !started) ? <Face task={script.task} tally={parts.tallies?.[id] ?? null} solution={script?.key ?? null} answered={answered?.in ?? []} people={console.people} /> : null}
      {taking ? <Taking run={id} /> : null}
      {counts ? <WhoSees run={id} shows={shows} /> : null}
      {script ? null : <Loading />}
    </>
  );
}

/** How many took hints, and how many were right at the first try. @param {{answered: any, first: {n: number, right: number} | undefined}} props */
function Helped({ answered, first }) {
  const words = [
    first?.n ? ngettext('{right} of {n} right at the first try', '{right} of {n} right at the first try', first.n, first) : null,
    ...(answered?.hints ?? []).map((/** @type {number} */ n, /** @type {number} */ i) => (n ? ngettext('{n} took hint {i}', '{n} took hint {i}', n, { i: i + 1 }) : null)),
  ].filter(Boolean);
  return words.length ? <p class="soft small">{words.join(' · ')}</p> : null;
}

/** Answers that phones of people still missing hold back. @param {import('./context.js').Console} console @param {string} run */
const onTheWay = (console, run) =>
  missing(console, run).here.filter((person) => console.parts.presence?.[person.id]?.kept).length;

/** Group work as a summary: the board itself is one tap away on a phone, and beside this on a laptop. @param {{script: any}} props */
function GroupWork({ script }) {
  const { parts, agenda, look, go } = useConsole();
  const work = find(agenda, look)?.top;
  const run = parts.runs?.[/** @type {string} */ (look)];
  const ready = !run || run.phase === 'ready';
  if (isOver(run)) return <><Elsewhere /><Heading /><Order run={/** @type {string} */ (look)} /><Inside parts={script?.inside} />{script?.key?.model ? <section class="part stack only-wide"><h3>{_('Model answer')}</h3><Html class="script" html={script.key.model} /></section> : null}<Folded script={script} first="model" /></>;
  return (
    <>
      <Elsewhere />
      <Heading />
      {ready || !work ? <Html class="ask ask-small" html={promptOf(script)} /> : <><Round work={work} /><GroupLines /></>}
      {ready ? null : <p><button type="button" class="btn btn-line" onClick={() => go('groups')}><Icon name="board" />{_('See the groups at work')}</button></p>}
      {ready ? find(agenda, look)?.top.children?.map((child) => <Taking key={child.id} run={child.id} />) : null}
      <Steps steps={script?.steps} />
      <Folded script={script} />
    </>
  );
}

/** @param {{steps: {seconds: number, html: string}[]|null|undefined}} props */
export function Steps({ steps }) {
  if (!steps?.length) return null;
  return (
    <section class="part">
      <h3>{_('Steps of each group')}</h3>
      <ol>
        {steps.map((step, place) => (
          <li class="step" key={place}>
            <b>{place + 1}</b><Html html={step.html} /><span class="num soft nowrap">{_('{n} min', { n: Math.round(step.seconds / 60) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the groups did beside their sheets: how the cards lie, what was chosen. @param {{parts: {id: string, title: string, Face: any, task: any, key: any}[]|undefined}} props */
function Inside({ parts: inside = [] }) {
  const { parts } = useConsole();
  const shown = inside.filter(({ id, Face }) => Face && parts.tallies?.[id] && !parts.tallies[id].filled); // sheets come in the report-back
  return (
    <>
      {shown.map(({ id, title, Face, task, key }) => (
        <section class="part stack" key={id}>
          {title ? <h3>{title}</h3> : null}
          <Html class="ask ask-small" html={task.prompt} />
          <Face task={task} tally={parts.tallies?.[id]} solution={key} />
        </section>
      ))}
    </>
  );
}

/** On a phone: script, notes and who has not answered, below the result. `first`: the note that is open. @param {{script: any, waiting?: string, first?: string}} props */
export function Folded({ script, waiting, first }) {
  const console = useConsole();
  const run = waiting ? console.parts.runs?.[waiting] : undefined;
  const left = waiting && run && run.phase !== 'ready' && !isOver(run) && (run.m ?? 0) > 0 ? missing(console, waiting) : null;
  const count = left ? left.groups.length + left.here.length + left.off.length : 0;
  return (
    <div class="only-narrow">
      {left ? (
        <details class="fold part">
          <summary><Icon name="people" />{_('Not yet: {n}', { n: count })}<Icon name="down" /></summary>
          <NotYet run={/** @type {string} */ (waiting)} />
        </details>
      ) : null}
      <Notes script={script} folded open={first} />
    </div>
  );
}
