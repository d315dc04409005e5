// @ts-check
/** A person's or a group's name, in its own language. */
import { Html } from '../shared/Html.jsx';
import { langOf } from '../shared/lang.js';
import { groupName } from '../shared/Name.jsx';
import { _ } from '../i18n.js';
import { openGroups, useConsole } from './context.js';

/** @param {{id: number|null|undefined, short?: boolean}} props */
export function Name({ id, short = false }) {
  const { people } = useConsole();
  const person = id == null ? undefined : people.get(id);
  if (!person) return <span>{_('someone')}</span>;
  return <span lang={person.lang}>{(short && person.short) || person.name}</span>;
}

/** Who did it, from this trainer's view. @param {{id: number|null|undefined}} props */
export function Who({ id }) {
  const { me } = useConsole();
  if (id === me) return <>{_('you')}</>;
  return id == null ? <>{_('the clock')}</> : <Name id={id} short />;
}

/** "g3" -> "3". @param {string} id */
export const groupNumber = (id) => id.replace(/^\D+|v\d+$/g, '');

/** "3 · കുരുവി", or "Group 3" where it has no name of its own. @param {{id: string, name?: string, lang?: string}} props */
export function GroupName({ id, name, lang }) {
  const { parts } = useConsole();
  const known = name ?? openGroups(parts).find((group) => group.id === id)?.name;
  const number = groupNumber(id);
  if (!known || known === id || known === number || /\d$/.test(known)) return <span>{groupName(id)}</span>;
  return <span>{number} · <span lang={lang ?? langOf(known)}>{known}</span></span>;
}

export { langOf };

/** The label of a worksheet's field. @param {{name: string|null|undefined}} props */
export function FieldName({ name }) {
  const { label } = useConsole();
  if (!name) return null;
  const html = label(name.replace(/\/\d+\//, '/')); // a column, whichever row of it
  return html ? <Html as="span" html={html} /> : <span>{name}</span>;
}
