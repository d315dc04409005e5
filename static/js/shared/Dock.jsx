// @ts-check
/** Where the thumb is: help at the left, the one action beside it, what has become of the answer above.
 *
 * The face of an activity ends with a `<Send>`. On a screen of its own that is the dock; in a list of several activities
 * it is a plain button under the question. Which of both is settled once, by the screen, in `Place`.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { _ } from '../i18n.js';
import { State } from './State.jsx';
import { Verdict } from './Tries.jsx';

/**
 * `aside`: what stands left of the action, such as help; `after`: the action once the answer has arrived; `before`: what
 * must be read before the action, such as who will see the answer; `tries`: the answer may be checked.
 */
export const Place = createContext(/** @type {{inline: boolean, aside?: any, after?: any, before?: any, tries?: ReturnType<typeof import('./Tries.jsx').useTries>}} */ ({ inline: true }));

/** @param {{children?: any, state?: any}} props */
export function Dock({ children, state }) {
  const { aside, before } = useContext(Place);
  return (
    <>
      {before}
      {children || aside || state ? (
        <div class="dock" role="region" aria-label={_('Actions')}>
          {state}
          {aside || children ? <div class="row">{aside}{children}</div> : null}
        </div>
      ) : null}
    </>
  );
}

/**
 * @param {object} props
 * @param {any} [props.state]       of the answer, as `states` gives it
 * @param {boolean} props.ready     there is something to send
 * @param {string} [props.missing]  what must be done first; stands on the button then
 * @param {string} [props.label]
 * @param {number} [props.until]    ms
 * @param {boolean} props.open
 * @param {() => void} props.onSend
 * @param {any} [props.children]    more buttons, between help and the action
 */
export function Send({ state, ready, missing, label, until, open, onSend, children }) {
  const place = useContext(Place);
  const sent = state && state.state !== 'draft' && state.state !== 'refused';
  const word = open ? state : state?.state === 'draft' ? { ...state, state: 'missed' } : state ?? { state: 'closed' };
  const line = <State {...(word ?? {})} until={open ? until : undefined} open={open} />;
  const { tries } = place;
  let action = null;
  if (open && (!sent || (tries && tries.right === undefined && !tries.waits))) {
    const block = !ready || Boolean(tries && label); // what is half done is not checked
    const go = () => { onSend(); tries?.check(); };
    action = (
      <button type="button" class={`btn btn-main btn-thumb ${place.inline ? 'btn-wide' : 'grow'}`} aria-disabled={block || undefined} onClick={() => !block && go()}>
        {!ready ? missing || _('Choose an answer') : label || (tries ? _('Check') : _('Send'))}
      </button>
    );
  } else if (sent && place.after) action = place.after;
  const verdict = tries ? <Verdict tries={tries} /> : null;
  if (place.inline) return <div class="send">{verdict}{line}{action}{children ? <div class="row wrap">{children}</div> : null}</div>;
  return <>{verdict}<Dock state={line}>{children}{action}</Dock></>;
}
