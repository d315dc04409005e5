// @ts-check
/** One of our own drawings. The page holds the symbols; an icon never stands without its word or a label. */

/** @param {{name: string, big?: boolean, class?: string, label?: string}} props  `label` where no word stands beside it */
export const Icon = ({ name, big = false, class: more = '', label }) => (
  <svg class={`i ${big ? 'i-big ' : ''}${more}`.trim()} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : 'true'}>
    <use href={`#${name}`} />
  </svg>
);
