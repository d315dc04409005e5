// @ts-check
/** What is true for the whole page now. It stays as long as it is true. */
import { Icon } from './Icon.jsx';

/**
 * @param {object} props
 * @param {'away' | 'back' | 'word' | 'soon' | 'call' | 'still'} props.look
 * @param {string} props.icon
 * @param {any} [props.head]
 * @param {any} [props.children]
 * @param {any} [props.act]       a button at its end
 */
export const Banner = ({ look, icon, head, children, act }) => (
  <div class={`banner banner-${look} arrive`} role="status">
    <Icon name={icon} />
    <p>{head ? <b>{head}</b> : null}{children}</p>
    {act}
  </div>
);
