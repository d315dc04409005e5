// @ts-check
/** A translated sentence with names or bold words in its places: every language keeps its own order of words. */

/** @param {{text: string, [place: string]: any}} props   `text` with its {places} still open */
export function Sentence({ text, ...places }) {
  return <>{text.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? (places[part] ?? `{${part}}`) : part))}</>;
}
