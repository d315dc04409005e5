// @ts-check
/**
 * The agenda against the clock: when each activity began or will begin, how late the day is, and one way to absorb it.
 *
 * Pure: times in milliseconds since 1970, minutes rounded only for words.
 */

/** @import { Agenda, Item, Run } from './views.js' */

/**
 * @typedef {Object} Row
 * @property {Item} item
 * @property {'did'|'is'|'todo'} state
 * @property {number} begins           began at, or will begin at
 * @property {number} planned          minutes
 * @property {number|null} over        minutes more (+) or fewer (−) than planned, once over
 */

const ON_TIME_MINUTES = 2; // less than two minutes is nobody's lateness
const WORTH_CUTTING_MINUTES = 8; // an activity shorter than this has nothing to give
const ANOTHER_TIME_MINUTES = 60; // a day begun an hour off its hour was moved, not early or late
const MOST_CUT = 0.4; // of an activity: cutting more leaves a different activity

/** @param {string|null|undefined} iso */
const ms = (iso) => (iso ? Date.parse(iso) : NaN);

/** @param {Item} item @param {Run|undefined} run */
const plannedMs = (item, run) => (run?.planned_s ?? (item.minutes ?? 0) * 60) * 1000;

/**
 * @param {{agenda: Agenda|null, runs: Record<string, Run>, current: string|null, startsAt: string|null|undefined, state: string, now: number}} given
 * @returns {{rows: Row[], end: number, plannedEnd: number, drift: number}} `drift` in whole minutes, late is positive
 */
export function dayOf({ agenda, runs, current, startsAt, state, now }) {
  const items = agenda?.items ?? [];
  const total = items.reduce((sum, item) => sum + plannedMs(item, runs[item.id]), 0);
  const firstOpened = Math.min(...items.map((item) => ms(runs[item.id]?.opened_at)).filter(Number.isFinite), Infinity);
  const began = Number.isFinite(firstOpened) ? firstOpened : state === 'live' ? now : NaN;
  const was = ms(startsAt);
  const moved = !Number.isFinite(was) || Math.abs(began - was) > ANOTHER_TIME_MINUTES * 60_000;
  const start = moved && Number.isFinite(began) ? began : Number.isFinite(was) ? was : now;
  let clock = state === 'live' ? now : start;
  const here = items.find((item) => item.id === current);
  if (here) clock += remaining(here, runs[here.id], now);
  const rows = items.map((item) => {
    const run = runs[item.id];
    const opened = ms(run?.opened_at);
    const planned = Math.round(plannedMs(item, run) / 60_000);
    if (item === here) return row(item, 'is', Number.isFinite(opened) ? opened : now, planned, null);
    if (Number.isFinite(opened) && run.phase !== 'ready') {
      return row(item, 'did', opened, planned, Math.round((run.used_s ?? 0) / 60) - planned);
    }
    const begins = clock;
    clock += plannedMs(item, run);
    return row(item, 'todo', begins, planned, null);
  });
  const plannedEnd = start + total;
  const minutes = Math.round((clock - plannedEnd) / 60_000);
  return { rows, end: clock, plannedEnd, drift: Math.abs(minutes) < ON_TIME_MINUTES ? 0 : minutes };
}

/** @param {Item} item @param {Row['state']} state @param {number} begins @param {number} planned @param {number|null} over @returns {Row} */
const row = (item, state, begins, planned, over) => ({ item, state, begins, planned, over });

/** What is left of the activity under way: its clock, or what was planned. @param {Item} item @param {Run|undefined} run @param {number} now */
function remaining(item, run, now) {
  if (!run || run.phase === 'closed' || run.phase === 'revealed') return 0;
  if (run.phase === 'paused' && run.left != null) return run.left * 1000;
  if (Number.isFinite(ms(run.ends_at))) return Math.max(0, ms(run.ends_at) - now);
  const opened = ms(run.opened_at);
  return Number.isFinite(opened) ? Math.max(0, opened + plannedMs(item, run) - now) : plannedMs(item, run);
}

/**
 * Where `drift` late minutes could come from: the activity under way when its clock can give them, else the longest ahead.
 * @param {{rows: Row[], runs: Record<string, Run>, drift: number, now: number}} given
 * @returns {{item: Item, minutes: number, from: number, to: number, now: boolean}|null}
 */
export function proposal({ rows, runs, drift, now }) {
  if (drift <= 0) return null;
  const here = rows.find((one) => one.state === 'is');
  const clock = here ? runs[here.item.id] : undefined;
  const left = clock?.phase === 'open' && Number.isFinite(ms(clock.ends_at)) ? (ms(clock.ends_at) - now) / 60_000 : 0;
  if (here && here.item.kind !== 'break' && left * MOST_CUT >= drift) {
    const from = Math.round(left);
    return { item: here.item, minutes: drift, from, to: from - drift, now: true };
  }
  const ahead = rows.filter((one) => one.state === 'todo' && one.item.kind !== 'break' && one.planned >= WORTH_CUTTING_MINUTES);
  if (!ahead.length) return null;
  const longest = ahead.reduce((best, one) => (one.planned > best.planned ? one : best));
  const minutes = Math.min(drift, Math.floor(longest.planned * MOST_CUT));
  return { item: longest.item, minutes, from: longest.planned, to: longest.planned - minutes, now: false };
}
