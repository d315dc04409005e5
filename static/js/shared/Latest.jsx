// @ts-check
/** What somebody else of the group put into its place last. */
import { plain } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { Name } from './Name.jsx';

/** @typedef {{t: string, html: string}} Piece */

/**
 * @param {object} props
 * @param {Piece[]} props.things                 what is put
 * @param {Piece[]} props.places                 where to
 * @param {{[cell: string]: any}} props.cells
 * @param {{[cell: string]: any}} props.states
 * @param {any} props.people
 * @param {number} props.me
 * @param {(name: any, thing: string, place: string) => any} props.children   the sentence
 */
export function Latest({ things, places, cells, states, people, me, children }) {
  const theirs = things
    .filter(({ t }) => cells[t] != null && states[t]?.by != null && states[t].by !== me)
    .sort((a, b) => states[b.t].at - states[a.t].at)[0];
  const place = theirs && places.find(({ t }) => t === cells[theirs.t]);
  if (!place) return null;
  return (
    <p class="state state-typing">
      <Icon name="pen" />
      <span>{children(<Name of={states[theirs.t].by} people={people} />, plain(theirs.html), plain(place.html))}</span>
    </p>
  );
}
