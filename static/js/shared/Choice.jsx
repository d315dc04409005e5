// @ts-check
/** One row of a list to choose from: the whole row is the target. */
import { Html } from './Html.jsx';

/**
 * @param {object} props
 * @param {string} props.name       of the radio group
 * @param {string} [props.html]
 * @param {any} [props.children]    in place of html
 * @param {boolean} props.checked
 * @param {boolean} [props.many]    tick several
 * @param {boolean} [props.disabled]
 * @param {() => void} props.onPick
 */
export function Choice({ name, html, children, checked, many = false, disabled = false, onPick }) {
  return (
    <label class={checked ? 'choice choice-on' : 'choice'}>
      <input type={many ? 'checkbox' : 'radio'} name={name} checked={checked} disabled={disabled} onChange={onPick} />
      {html ? <Html as="span" html={html} /> : <span>{children}</span>}
    </label>
  );
}
