// @ts-check
/** Times, minutes, states and acts in words. */
import { clockTime as onTheWall } from '../live/clock.js';
import { _, ngettext } from '../i18n.js';

export { span } from '../live/clock.js';

/** 10:42 on this machine's wall. @param {string|number|null|undefined} at */
export function clockTime(at) {
  const ms = typeof at === 'string' ? Date.parse(at) : (at ?? NaN);
  return Number.isFinite(ms) ? onTheWall(ms) : '';
}

/** at 10:00, or on 22 November at 10:00 when that is not today. @param {string} at @param {number} now */
export function beginning(at, now) {
  const time = clockTime(at);
  const day = new Date(at);
  if (day.toDateString() === new Date(now).toDateString()) return _('Begins at {time}', { time });
  const date = day.toLocaleDateString(document.documentElement.lang || 'en', { day: 'numeric', month: 'long' });
  return _('Begins on {date} at {time}', { date, time });
}

/** now · 15 s ago · 6 min ago. @param {number} seconds */
export function ago(seconds) {
  if (seconds < 5) return _('now');
  if (seconds < 90) return _('{n} s ago', { n: Math.round(seconds) });
  return _('{n} min ago', { n: Math.round(seconds / 60) });
}

/** +3 min · −1 min · on time. @param {number} minutes */
export function more(minutes) {
  if (!minutes) return _('on time');
  return minutes > 0 ? _('+{n} min', { n: minutes }) : _('−{n} min', { n: -minutes });
}

/** @param {number} minutes late is positive */
export function lateness(minutes) {
  if (!minutes) return _('On time');
  if (minutes > 0) return ngettext('{n} minute late', '{n} minutes late', minutes, { n: minutes });
  return ngettext('{n} minute early', '{n} minutes early', -minutes, { n: -minutes });
}

/** How an activity stands in a newer version of the course. @param {string} standing */
export function standingWord(standing) {
  const words = {
    same: _('another name'), words: _('other words'), items: _('items came or went'), key: _('something else is right'),
    kind: _('another kind of question'), new: _('new'), gone: _('gone'), retired: _('gone'),
  };
  return words[/** @type {keyof typeof words} */ (standing)] ?? standing;
}

/** What trainers call this kind of activity. @param {{kind: string}} item */
export function kindWord(item) {
  const words = {
    quiz: _('Quiz'), breakout: _('Breakout'), case: _('Case'), roleplay: _('Role play'), poll: _('Poll'), scale: _('Scale'), gallery: _('Gallery'), single: _('Question'),
    multiple: _('Question'), numeric: _('Number'), text: _('Word'), gaps: _('Gaps'), order: _('Order'), match: _('Pairs'), sort: _('Sorting'), board: _('Board'), worksheet: _('Worksheet'), plan: _('Plan'),
    reflection: _('Reflection'), briefing: _('Briefing'), break: _('Break'),
  };
  return words[/** @type {keyof typeof words} */ (item.kind)] ?? _('Activity');
}

/** @param {string|undefined} naming */
export function namingWord(naming) {
  if (naming === 'anonymous') return _('no names');
  if (naming === 'named') return _('with names');
  return _('names only for trainers');
}

/** What was done, without who. @param {string} what */
export function actWord(what) {
  if (what.startsWith('time ')) {
    const seconds = Number(what.slice(5));
    if (Math.abs(seconds) < 60) return seconds < 0 ? _('{n} s taken', { n: -seconds }) : _('{n} s added', { n: seconds });
    return seconds < 0 ? _('{n} min taken', { n: Math.round(-seconds / 60) }) : _('{n} min added', { n: Math.round(seconds / 60) });
  }
  /** @type {Record<string, string>} */
  const words = {
    start: _('Day started'),
    end: _('Day ended'),
    'reopen-meeting': _('Day opened again'),
    open: _('Opened'),
    close: _('Closed'),
    'time-over': _('Closed, time was over'),
    reveal: _('Shown to all'),
    hide: _('Hidden again'),
    reopen: _('Opened again'),
    pause: _('Paused'),
    resume: _('Going on'),
    'call-back': _('Groups called back'),
    call_back: _('Groups called back'),
    tell: _('Groups told'),
    rotate: _('Roles went round'),
    round: _('Next round'),
    move: _('Moved'),
    remove: _('Taken out'),
    version: _('Newer version taken'),
    report: _('Report-back started'),
  };
  return words[what] ?? what;
}

/** @param {'here'|'away'|'off'} state */
export function presenceWord(state) {
  if (state === 'here') return _('here');
  if (state === 'away') return _('away');
  return _('no line');
}
