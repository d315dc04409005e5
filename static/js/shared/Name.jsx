// @ts-check
/** A person's name, in her own language. */
import { _ } from '../i18n.js';

/** @typedef {{id: number, name: string, lang?: string, short?: string, letter?: string, trainer?: boolean}} Person */
/** @typedef {{[id: number]: Person}} People */

/** @param {{of: number | null | undefined, people: People, me?: number}} props */
export function Name({ of, people, me }) {
  const person = of == null ? undefined : people[of];
  if (of != null && of === me) return <b class="name">{_('you')}</b>;
  if (!person) return <b class="name">{_('someone')}</b>;
  return <b class="name" lang={person.lang}>{person.short || person.name}</b>;
}

/** @param {number | null | undefined} id @param {People} people */
export const shortName = (id, people) => (id != null && (people[id]?.short || people[id]?.name)) || _('someone');

/** "g3" → "Group 3"; on a visit, "g3v1", it is still that. "m3" → "Mixed group 3". @param {string | null | undefined} id */
export function groupName(id = '') {
  const n = { n: (id || '').replace(/^\D+|v\d+$/g, '') };
  return id?.[0] === 'm' ? _('Mixed group {n}', n) : _('Group {n}', n);
}
