// @ts-check
/** After the reveal: the right answer, what you said, and why. No shame: nothing is red. */
import { _ } from '../i18n.js';
import { Html } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { Sentence } from './Sentence.jsx';

/**
 * @param {object} props
 * @param {any} props.right        the right answer, as it is to be read
 * @param {boolean | null} props.isRight   null: not answered
 * @param {any} [props.said]       my own answer
 * @param {string | null} [props.feedback]
 * @param {string | null} [props.explain]
 * @param {string | null} [props.model]
 */
export function Why({ right, isRight, said, feedback, explain, model }) {
  if (!right && !feedback && !explain && !model) return null;
  return (
    <div class="note note-good">
      {right ? <h2 class="row row-top"><Icon name="tick" /><span><Sentence text={_('Right answer: {answer}')} answer={right} /></span></h2> : null}
      {isRight === true && right ? <p>{_('So did you answer.')}</p> : null}
      {isRight === false && said ? <p><Sentence text={_('You said: {answer}')} answer={said} /></p> : null}
      <Html class="read" html={feedback} />
      <Html class="read" html={explain} />
      <Html class="read" html={model} />
    </div>
  );
}
