// @ts-check
/** The day against the clock: what was planned, what it took, how late we are, and one way to absorb it. */
import { Icon } from '../shared/Icon.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { _ } from '../i18n.js';
import { useConsole } from './context.js';
import { proposal } from './drift.js';
import { find } from './step.js';
import { clockTime, lateness, more } from './words.js';

/** @param {{day: ReturnType<typeof import('./drift.js').dayOf>, title?: boolean}} props */
export function Agenda({ day, title = false }) {
  const { parts, agenda, look, setLook, go } = useConsole();
  const looked = find(agenda, look)?.top.id;
  const state = parts.meeting?.state;
  return (
    <>
      {title ? <h2 class="h-pane">{agenda?.title ?? _('Agenda')}</h2> : null}
      {state === 'live' ? <Drift day={day} /> : <p class="drift drift-none">{_('Planned end {time}', { time: clockTime(day.plannedEnd) })}</p>}
      <ol class="agenda">
        {day.rows.map(({ item, state: done, begins, planned, over }) => (
          <li key={item.id} class={[done === 'todo' ? '' : done, item.kind === 'break' ? 'rest' : '', looked === item.id ? 'looked' : ''].join(' ').trim()}>
            <button type="button" class="agenda-row" aria-current={done === 'is' ? 'step' : undefined} onClick={() => { setLook(item.id); go('now'); }}>
              <span class="num">{clockTime(begins)}</span>
              <span>{item.title || item.kind}</span>
              <span class={`num ${over !== null && over > 0 ? 'over' : ''}`}>{over === null ? _('{n} min', { n: planned }) : more(over)}</span>
              {done === 'did' ? <span class="unseen">{_('done')}</span> : null}
            </button>
          </li>
        ))}
      </ol>
      {title ? <p class="soft small part">{_('Tap an activity to look at it. Only you move; the class stays where it is.')}</p> : null}
    </>
  );
}

/** @param {{day: ReturnType<typeof import('./drift.js').dayOf>}} props */
function Drift({ day }) {
  const { parts, act, now } = useConsole();
  const end = clockTime(day.end);
  if (day.drift <= 0) {
    return <p class="drift drift-none"><b>{lateness(day.drift)}</b>{_('Likely end {time}.', { time: end })}</p>;
  }
  const idea = proposal({ rows: day.rows, runs: parts.runs ?? {}, drift: day.drift, now: now() });
  return (
    <div class="drift">
      <b>{lateness(day.drift)}</b>
      <p>{_('Planned end {planned}, now likely {time}.', { planned: clockTime(day.plannedEnd), time: end })}</p>
      {idea ? (
        <p>
          <Sentence text={idea.now ? _('Give {title} {to} more minutes instead of {from}, and end at {time}.') : _('Give {title} {to} instead of {from} minutes, and end at {time}.')} title={<b class="inline-b">{idea.item.title}</b>} to={idea.to} from={idea.from} time={clockTime(idea.minutes === day.drift ? day.plannedEnd : day.end - idea.minutes * 60_000)} />
        </p>
      ) : null}
      {idea?.now ? (
        <div class="row">
          <button type="button" class="btn btn-line grow" onClick={() => act('add_time', { run: idea.item.id, seconds: -idea.minutes * 60 })}><Icon name="minus" />{_('{n} min now', { n: idea.minutes })}</button>
        </div>
      ) : null}
    </div>
  );
}
