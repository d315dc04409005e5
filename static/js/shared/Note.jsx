// @ts-check
/** A person's or the course's word; its edge says whose: gold a trainer's, green right, teal yours. */

/** @param {{look?: '' | 'good' | 'own' | 'call', head?: any, level?: any, children?: any}} props  `level`: the heading's tag */
export const Note = ({ look = '', head, level: Heading = 'h3', children }) => (
  <div class={`note${look ? ` note-${look}` : ''}`}>{head ? <Heading>{head}</Heading> : null}{children}</div>
);
