// @ts-check
/** The frame of every screen: place and time left at the top, the woven border, what is true for the whole page, the paper. */
import { useEffect } from 'preact/hooks';
import { _ } from '../i18n.js';
import { now as serverNow } from '../live/clock.js';
import { Place } from '../shared/Dock.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Kara } from '../shared/Kara.jsx';
import { Timer } from '../shared/Timer.jsx';
import { Banners } from './Banners.jsx';
import { Help, hasHelp } from './Help.jsx';
import { find, isOver, useRoom } from './room.js';

/**
 * @param {object} props
 * @param {any} props.title            of the page: its one h1
 * @param {any} [props.over]           the small line above it
 * @param {string | null} [props.run]  whose time is shown
 * @param {boolean} [props.back]       back to the present activity
 * @param {boolean} [props.plain]      no title beside the brand: the page has its own
 * @param {any} [props.after]          the action once an answer has arrived
 * @param {any} [props.right]        at the right of the top
 * @param {string} [props.said]        a screen reader hears this when the screen changes
 * @param {any} props.children
 */
export function Frame({ title, over, run, back, plain = false, after, said, right, children }) {
  const { view, look } = useRoom();
  const place = said ?? (typeof title === 'string' ? title : '');
  useEffect(() => scrollTo(0, 0), [place]);
  useEffect(() => {
    if (place) document.title = `${place} · Koottam`;
  }, [place]);
  return (
    <div class="room">
      <header class="top">
        <div class="top-row">
          {back
            ? <button type="button" class="btn btn-quiet btn-icon" aria-label={_('Back to the class')} onClick={() => look(null)}><Icon name="back" /></button>
            : <a class="brand" href="/" aria-label={plain ? undefined : _('Koottam, to the first page')}><Icon name="koottam" />{plain ? <span>Koottam <span lang="ml">കൂട്ടം</span></span> : null}</a>}
          {plain ? <span class="grow" /> : <div class="top-name">{over ? <small>{over}</small> : null}<h1>{title}</h1></div>}
          {right}
          <Clock run={run} />
        </div>
        <Border />
        <Banners run={run ?? view.now?.run} />
      </header>
      <p class="unseen" role="status">{place}</p>
      <div class="page page-work stack">
        <Place.Provider value={{ inline: false, aside: hasHelp(view) ? <Help /> : null, after }}>{children}</Place.Provider>
      </div>
    </div>
  );
}

/** @param {{run?: string | null}} props */
function Clock({ run: id }) {
  const { view, agenda } = useRoom();
  const run = id ? view.runs?.[id] : null;
  if (!run) return null;
  if (isOver(run)) return <span class="timer timer-still">{_('closed')}</span>;
  const minutes = find(agenda, id)?.item.minutes ?? 0;
  return <Timer endsAt={run.ends_at} left={run.phase === 'paused' ? run.left ?? 0 : null} whole={minutes * 60} />;
}

/** The day as cloth. */
function Border() {
  const { agenda, view } = useRoom();
  if (!agenda) return <div class="hem" />;
  const { state } = view.meeting ?? {};
  const here = state === 'live' ? agenda.items.findIndex((item) => item.id === view.now?.run) : -1;
  const over = state === 'ended' || state === 'review';
  const items = agenda.items.map((item, i) => ({
    minutes: item.minutes,
    rest: item.kind === 'break',
    done: over || i < here ? 1 : i === here ? part(view.runs?.[item.id], item.minutes) : 0,
  }));
  const label = here >= 0 ? _('Part {n} of {m} of the day', { n: here + 1, m: items.length }) : over ? _('The day is done') : _('The day has {m} parts', { m: items.length });
  return <Kara items={items} here={here} label={label} />;
}

/** @param {any} run @param {number} minutes */
function part(run, minutes) {
  if (!run) return 0;
  if (isOver(run)) return 1;
  const left = run.phase === 'paused' ? run.left : run.ends_at ? (Date.parse(run.ends_at) - serverNow()) / 1000 : null;
  return left === null ? 0.5 : Math.min(0.98, Math.max(0.02, 1 - left / (minutes * 60 || 1)));
}
