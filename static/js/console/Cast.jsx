// @ts-check
/** Who plays what in a group of a role play, and the cards of all roles. */
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { Name } from './Name.jsx';

/** @import { Group } from './views.js' */

/** @param {{group: Group}} props */
export function Cast({ group }) {
  if (!group.cast?.length) return null;
  return (
    <>
      {group.short ? <p><span class="chip chip-now"><Icon name="people" />{ngettext('{n} person too few', '{n} people too few', group.short)}</span></p> : null}
      <dl class="cast">
        {group.cast.map((role) => (
          <div key={role.role}>
            <dt class="soft"><Html as="span" html={role.html} /></dt>
            <dd>{role.people.length ? role.people.map((id, i) => <span key={id}>{i ? ', ' : ''}<Name id={id} short /></span>) : <span class="soft">{_('nobody')}</span>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The roles this person plays, in words. @param {Group} group @param {number} person */
export const partsOf = (group, person) => (group.cast ?? []).filter((role) => role.people.includes(person));

/** @param {{cards: {key: string, html: string, card: string}[]}} props */
export const Cards = ({ cards }) => (
  <>
    {cards.map(({ key, html, card }) => (
      <div key={key} class="note"><p><b><Html as="span" html={html} /></b></p><Html class="prose-small" html={card} /></div>
    ))}
  </>
);
