// @ts-check
/** Counting with big steps instead of typing. */
import { _ } from '../i18n.js';
import { Html, plain } from './Html.jsx';
import { Icon } from './Icon.jsx';

/**
 * @param {object} props
 * @param {string} props.html
 * @param {number} props.value
 * @param {boolean} [props.full]       no more may be added
 * @param {boolean} [props.disabled]
 * @param {(value: number) => void} props.onCount
 */
export function Counter({ html, value, full = false, disabled = false, onCount }) {
  const label = plain(html);
  const step = (/** @type {number} */ by) => () => {
    if (!disabled && value + by >= 0 && !(by > 0 && full)) onCount(value + by);
  };
  return (
    <div class="counter" role="group" aria-label={label}>
      <Html as="span" class="grow" html={html} />
      <button type="button" class="btn btn-icon" aria-disabled={disabled || value === 0} aria-label={_('One less: {what}', { what: label })} onClick={step(-1)}><Icon name="minus" /></button>
      <output aria-live="polite" aria-atomic="true">{value}<span class="unseen"> {label}</span></output>
      <button type="button" class="btn btn-icon" aria-disabled={disabled || full} aria-label={_('One more: {what}', { what: label })} onClick={step(1)}><Icon name="plus" /></button>
    </div>
  );
}
