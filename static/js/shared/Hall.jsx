// @ts-check
/** The two halves of the class screen: the question and what belongs to it; later the result and the right answer. */
import { Html } from './Html.jsx';

const COLUMN = 4; // lines under a question that can be read from eight metres
const LONG = 220; // characters: above, a question in the large size would push its answers off the wall

/**
 * @param {object} props
 * @param {string | null | undefined} props.prompt
 * @param {any} [props.options]    while it is open
 * @param {any} [props.result]     once it is shown
 * @param {any} [props.answer]     the right answer, to be read from the last row
 * @param {string | null} [props.explain]
 */
export function Hall({ prompt, options, result, answer, explain }) {
  const size = (prompt ?? '').length > LONG ? ' ask-long' : '';
  if (!result) {
    return (
      <div class={`hall-part ${options ? 'hall-two' : ''}`}>
        <Html class={`ask${size}`} html={prompt} />
        {options}
      </div>
    );
  }
  const why = answer || explain;
  return (
    <div class={`hall-part ${why ? 'hall-two' : 'hall-wide'}`}>
      <div><Html class="ask small-ask" html={prompt} />{result}</div>
      {why ? <div class="stack-wide">{answer ? <div class="answer">{answer}</div> : null}<Html class="ask" html={explain} /></div> : null}
    </div>
  );
}

/** Much to choose from, in columns under the question. @param {{prompt: string, columns: string[][]}} props */
export const HallColumns = ({ prompt, columns }) => (
  <div class="hall-part">
    <Html class="ask small-ask" html={prompt} />
    <div class="hall-part hall-bins">{columns.map((html, at) => <HallOptions key={at} html={html} />)}</div>
  </div>
);

/** In two columns what is more than one can hold. @param {string[]} html @returns {string[][]} */
export function halves(html) {
  const half = Math.ceil(html.length / 2);
  return html.length > COLUMN ? [html.slice(0, half), html.slice(half)] : [html];
}

/** The options, one under the other. @param {{html: string[]}} props */
export const HallOptions = ({ html }) => (
  <ul>{html.map((words, place) => <li class="hall-choice" key={place}><Html as="span" html={words} /></li>)}</ul>
);
