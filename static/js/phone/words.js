// @ts-check
/** What activities and parts in a group are called. */
import { _ } from '../i18n.js';
import { isGroupWork } from './room.js';

/** What an activity is called where its author gave it no title. @param {string | undefined} kind */
export function kindWord(kind) {
  if (isGroupWork(kind)) return _('Group work');
  const words = {
    quiz: _('Questions'), single: _('Question'), multiple: _('Question'), numeric: _('Question'), text: _('Question'), gaps: _('Question'), order: _('Question'),
    match: _('Question'), poll: _('Poll'), scale: _('Scale'), gallery: _('Gallery'), sort: _('Sort'), board: _('Board'),
    worksheet: _('Sheet'), plan: _('Plan'), reflection: _('For you'), briefing: _('Listen'), break: _('Break'),
  };
  return words[/** @type {keyof typeof words} */ (kind ?? '')] ?? _('Activity');
}

/** @param {string} role as its author wrote it */
export function roleWord(role) {
  const words = { reader: _('reader'), timekeeper: _('timekeeper'), recorder: _('recorder'), reporter: _('reporter') };
  return words[/** @type {keyof typeof words} */ (role)] ?? role;
}

/** @param {string} role */
export function duty(role) {
  const words = {
    reader: _('Read the task and the case aloud.'),
    timekeeper: _('Watch the steps, and say when the next one begins.'),
    recorder: _('Write what the group agrees.'),
    reporter: _('You tell the class at the end, in one minute.'),
  };
  return words[/** @type {keyof typeof words} */ (role)] ?? '';
}
