// @ts-check
/** All that is fetched for the activity on the trainer's screen: its task, script and right answers, and those inside it. */
import { useFetched, useFetchedAll } from './use-fetched.js';
import { find, isGroupWork } from './step.js';

/** @import { Agenda, Parts } from './views.js' */

/**
 * @param {string} meeting @param {Agenda|null} agenda @param {Parts} parts @param {string|null} id
 * @returns {{script: any, labels: Map<string, string>}} `labels`: field key -> label as HTML
 */
export function useSubject(meeting, agenda, parts, id) {
  const found = find(agenda, id);
  /** The day's content and the run's tokens name what is behind the address. @param {string} run */
  const address = (run) => {
    const versions = [parts.meeting?.agenda, parts.runs?.[run]?.task].map((url) => url?.split('v=')[1] ?? '');
    return `/m/${meeting}/script/${run}?v=${versions.join('-')}`;
  };
  const script = useFetched(found && id ? address(id) : null, id ?? '');
  const children = found && isGroupWork(found.top) ? (found.top.children ?? []).map((child) => child.id) : [];
  const inside = useFetchedAll(children.map(address));
  const labels = new Map(inside.flatMap((one) => one?.task?.fields ?? []).flatMap((field) => [field, ...(field.columns ?? []).map((/** @type {any} */ column) => ({ key: `${field.key}/${column.key}`, html: `${field.html}: ${column.html}` }))]).map((field) => [field.key, field.html]));
  const models = inside.map((one) => one?.key?.model).filter(Boolean).join('');
  if (!script || !children.length) return { script, labels };
  const within = children.map((child, place) => ({ id: child, kind: inside[place]?.kind ?? '', title: inside[place]?.title ?? '', task: inside[place]?.task, key: inside[place]?.key }));
  return { script: { ...script, key: { ...script.key, model: models || script.key?.model }, inside: within.filter((one) => one.task) }, labels };
}
