// @ts-check
/**
 * What the one filled button of the console means now.
 *
 * It is a reading of the view, not a rule: the server decides each act anew and refuses what does not fit.
 * A step is a command (`type` and `fields` of the wire) or a place to go to (`go`).
 */
import { _ } from '../i18n.js';

/** @import { Agenda, Item, Parts, Run } from './views.js' */

/**
 * @typedef {Object} Step
 * @property {string} words
 * @property {string} icon
 * @property {string} [type]
 * @property {Record<string, unknown>} [fields]
 * @property {'groups'|'now'|'look'|'end'} [go]   a tab, another activity to look at, or the question whether to end the day
 * @property {string} [run]            with `look`: which activity
 * @property {string} [title]          name of the activity that the words end with
 */

/**
 * @typedef {Object} Given
 * @property {Agenda|null} agenda
 * @property {Parts} parts
 * @property {string|null} look                  the activity on the trainer's screen (a question inside a quiz)
 * @property {string} tab
 * @property {boolean} answerable              whether people answer in it; a break is just left
 * @property {'answer'|'result'|null} shows      what there is to show of it, once closed
 * @property {{how: string, by?: string, size?: number[], count?: number}} wish   how groups would be made
 * @property {string[]} order                    of the report-back to come
 * @property {ReadonlySet<string>} reported      group work whose report-back is over
 * @property {number} now
 */

const IN_GROUPS = new Set(['breakout', 'roleplay', 'case']);
const CALLED_BACK_MS = 130_000; // a call back leaves two minutes; 10 s more for a clock that was read a moment ago

/** @param {Item|null|undefined} item */
export const isGroupWork = (item) => !!item && IN_GROUPS.has(item.kind);

/** @param {Run|null|undefined} run */
export const isOpen = (run) => run?.phase === 'open' || run?.phase === 'paused' || run?.phase === 'grace';

/** @param {Run|null|undefined} run */
export const isOver = (run) => run?.phase === 'closed' || run?.phase === 'revealed';

/** @param {Parts} parts @param {string} id */
const phaseOf = (parts, id) => parts.runs?.[id]?.phase ?? 'ready';

/**
 * The activity with this id, the top-level one it belongs to, and its place among all that count (breaks do not).
 * @param {Agenda|null|undefined} agenda @param {string|null|undefined} id
 */
export function find(agenda, id) {
  let number = 0;
  const items = agenda?.items ?? [];
  const of = items.filter((item) => item.kind !== 'break').length;
  for (const top of items) {
    if (top.kind !== 'break') number += 1;
    if (top.id === id) return { item: top, top, number, of, place: 0 };
    const place = (top.children ?? []).findIndex((child) => child.id === id);
    if (place >= 0) return { item: /** @type {Item[]} */ (top.children)[place], top, number, of, place: place + 1 };
  }
  return null;
}

/** The first activity after `id` that was not opened yet. @param {Agenda|null} agenda @param {Parts} parts @param {string|null} id */
export function following(agenda, parts, id) {
  const items = agenda?.items ?? [];
  const from = items.findIndex((item) => item.id === id) + 1;
  return items.slice(from).find((item) => phaseOf(parts, item.id) === 'ready') ?? null;
}

/** The group work the groups' tab is about: the one looked at, else the one under way, else the next to come. @param {Pick<Given, 'agenda'|'parts'|'look'>} given */
export function groupWork({ agenda, parts, look }) {
  const looked = find(agenda, look)?.top;
  if (isGroupWork(looked)) return looked ?? null;
  const here = find(agenda, parts.now?.run)?.top;
  if (isGroupWork(here)) return here ?? null;
  return (agenda?.items ?? []).find((item) => isGroupWork(item) && phaseOf(parts, item.id) === 'ready') ?? null;
}

/** @param {Given} given @returns {Step|null} */
export function stepOf(given) {
  const { agenda, parts, look, tab, answerable, shows } = given;
  const state = parts.meeting?.state;
  if (!state || state === 'ended' || state === 'review') return null;
  if (state !== 'live') return { type: 'start', fields: {}, words: _('Start the day'), icon: 'play' };
  const work = tab === 'groups' ? groupWork(given) : null;
  const found = find(agenda, work?.id ?? look);
  if (!found) return null;
  const { item, top } = found;
  if (isGroupWork(top)) return ofGroups(given, top);
  const phase = phaseOf(parts, item.id);
  if (phase === 'ready') return act('open', item, item === top ? _('Open this') : _('Open this question'), 'play');
  if (phase === 'paused') return act('resume', item, _('Go on'), 'play');
  if (phase === 'open' || phase === 'grace') {
    if (top.kind === 'quiz') return act('close', openQuestions(top, parts) > 1 ? top : item, _('Close now'), 'closed');
    return answerable ? act('close', item, _('Close now'), 'closed') : next(given, top);
  }
  if (phase === 'closed' && shows) return showing(item, shows);
  return (top.kind === 'quiz' && nextQuestion(top, parts)) || next(given, top);
}

/** @param {Item} top @param {Parts} parts */
const openQuestions = (top, parts) => (top.children ?? []).filter((child) => isOpen(parts.runs?.[child.id])).length;

/** The next question to open, else the next whose answer was not shown. @param {Item} top @param {Parts} parts @returns {Step|null} */
function nextQuestion(top, parts) {
  const children = top.children ?? [];
  const ready = children.find((child) => phaseOf(parts, child.id) === 'ready');
  if (ready) return act('open', ready, _('Next question'), 'next');
  const hidden = children.find((child) => phaseOf(parts, child.id) === 'closed');
  return hidden ? act('reveal', hidden, _('Show the next answer'), 'screen') : null;
}

/** @param {Item} item @param {'answer'|'result'} shows */
const showing = (item, shows) =>
  act('reveal', item, shows === 'answer' ? _('Show the answer') : _('Show the result'), 'screen');

/** Group work: make, tell, start, call back, close, hear the reports, show the model, go on. @param {Given} given @param {Item} top @returns {Step|null} */
function ofGroups(given, top) {
  const { parts, tab, order, reported, shows, now } = given;
  const run = parts.runs?.[top.id];
  switch (run?.phase ?? 'ready') {
    case 'ready':
      return opening(given, top);
    case 'paused':
      return act('resume', top, _('Go on'), 'play');
    case 'grace':
      return act('close', top, _('Close now'), 'closed');
    case 'open': {
      const round = parts.round?.run === top.id ? parts.round : null;
      if (round?.next) return act('next_round', top, nextRound(round.next), 'next');
      const soon = run?.ends_at ? Date.parse(run.ends_at) - now < CALLED_BACK_MS : false;
      return soon ? act('close', top, _('Close now'), 'closed') : act('call_back', top, _('Call them back'), 'call');
    }
  }
  const report = parts.report;
  if (report?.run === top.id) {
    const last = report.at >= report.order.length - 1;
    return last ? act('report_end', top, _('End the report-back'), 'tick') : act('report_next', top, _('Next group'), 'next');
  }
  if (!reported.has(top.id) && order.length && run?.phase === 'closed') {
    return { type: 'report', fields: { run: top.id, order }, words: _('Start the report-back'), icon: 'say' };
  }
  if (run?.phase === 'closed' && shows === 'answer') return act('reveal', top, _('Show the model answer'), 'screen');
  return tab === 'groups' ? { go: 'now', words: _('Back to the day'), icon: 'play' } : next(given, top);
}

/** @param {string} kind */
function nextRound(kind) {
  /** @type {Record<string, string>} */
  const words = { pairs: _('Go on in pairs'), fours: _('Go on in fours'), mixed: _('Go on in mixed groups'), visit: _('On to the next sheet'), all: _('All together') };
  return words[kind] ?? _('Next round');
}

/** Groups are first made, then told, then opened; made ahead of their time, they wait until she comes to this activity. @param {Given} given @param {Item} top @returns {Step} */
function opening({ agenda, parts, look, tab, wish }, top) {
  const preview = parts.groups?.preview;
  if (tab !== 'groups' && preview?.run !== top.id) return { go: 'groups', words: _('Make the groups'), icon: 'people' };
  if (preview?.run !== top.id) return { ...act('preview', top, _('Make the groups'), 'people'), fields: { run: top.id, ...wish } };
  const here = find(agenda, parts.now?.run)?.top;
  const isAhead = find(agenda, look)?.top !== top;
  if (isAhead && here && isOpen(parts.runs?.[here.id])) {
    return { go: 'now', words: _('Keep, and back to:'), icon: 'play', title: here.title };
  }
  return preview.told ? act('open', top, _('Start the groups'), 'play') : act('tell', top, _('Tell them'), 'say');
}

/** @param {Given} given @param {Item} after @returns {Step|null} */
function next({ agenda, parts }, after) {
  const item = following(agenda, parts, after.id);
  if (!item) return { go: 'end', words: _('End the day'), icon: 'tick' };
  return { go: 'look', run: item.id, words: _('Next:'), icon: 'next', title: item.title };
}

/** @param {string} type @param {Item} item @param {string} words @param {string} icon @returns {Step} */
const act = (type, item, words, icon) => ({ type, fields: { run: item.id }, words, icon });
