// @ts-check
/** A person's or the course's word; its edge says whose: gold a trainer's, green right, teal yours. */

/** @param {{look?: '' | 'good' | 'own' | 'call', head?: any, children?: any}} props */
export const Note = ({ look = '', head, children }) => (
  <div class={`note${look ? ` note-${look}` : ''}`}>{head ? <h3>{head}</h3> : null}{children}</div>
);
