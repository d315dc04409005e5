// @ts-check
/** Paints the console anew whenever the live line says something. */
import { useEffect, useState } from 'preact/hooks';
import { newId } from '../live/id.js';

/** @import { Link } from '../live/link.js' */

/** @param {Link} link @returns {import('./views.js').Parts} */
export function useView(link) {
  const [, turn] = useState(0);
  useEffect(() => link.on(() => turn((count) => count + 1)), [link]);
  return link.view ?? {};
}

/** A trainer's act goes out at once or not at all: what she wanted a minute ago may be wrong by now. @param {Link} link */
export const sender = (link) => /** @param {string} type @param {Record<string, unknown>} fields */ (type, fields) =>
  link.do({ id: newId(), type, age: 0, ...fields });
