// @ts-check
/** What has become of an answer, in words: nothing says "received" before the server has stored it. */
import { useEffect, useState } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { clockTime } from '../live/clock.js';
import { Icon } from './Icon.jsx';

const QUIET = 1_000; // ms on the way before it is worth a word

const ICONS = {
  draft: 'pen', queued: 'queued', sending: 'again', received: 'received', late: 'late', refused: 'not', closed: 'closed', missed: 'late',
};

/**
 * @param {object} props
 * @param {keyof typeof ICONS | null} [props.state]
 * @param {number} [props.at]       ms: when received, or since when on its way
 * @param {number} [props.until]    ms: up to when a draft or an answer can be changed
 * @param {boolean} [props.open]    an answer can still be changed
 * @param {number} [props.minutes]  how much later than the end it arrived
 * @param {boolean} [props.counts]  false: arrived after the grace
 * @param {string} [props.why]      the server's sentence for a refusal
 * @param {any} [props.whose]       whose answer it is, in a group
 */
export function State({ state = null, at = 0, until, open = false, minutes = 0, counts = true, why, whose }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (state !== 'sending') return undefined;
    const timer = setTimeout(() => setLate(true), QUIET);
    return () => clearTimeout(timer);
  }, [state, at]);
  const quiet = !state || (state === 'sending' && !late);
  const look = { refused: 'failed', missed: 'queued' }[/** @type {string} */ (state)] ?? state;
  return (
    <p class={`state${quiet ? '' : ` state-${look}`}`} role="status">
      {quiet ? null : <Icon name={ICONS[state]} />}
      {quiet ? null : <span>{words({ state, at, until, open, minutes, counts, why })}{whose ? <> · {whose}</> : null}</span>}
    </p>
  );
}

/** @param {{state: string, at: number, until?: number, open: boolean, minutes: number, counts: boolean, why?: string}} of */
function words({ state, at, until, open, minutes, counts, why }) {
  switch (state) {
    case 'draft':
      return until ? _('Not sent yet. You can change it until {time}.', { time: clockTime(until) }) : _('Not sent yet.');
    case 'queued':
      return _('Kept on this phone. Goes when the line is back.');
    case 'sending':
      return _('On its way');
    case 'received':
      return until
        ? _('Received {time}. You can change it until {until}.', { time: clockTime(at), until: clockTime(until) })
        : open ? _('Received {time}. You can still change it.', { time: clockTime(at) }) : _('Received {time}', { time: clockTime(at) });
    case 'late':
      if (!counts) return _('Arrived after closing. You and the trainers see it.');
      return minutes < 1
        ? _('Written before closing, arrived a little later. It counts.')
        : ngettext('Written before closing, arrived {n} minute later. It counts.', 'Written before closing, arrived {n} minutes later. It counts.', minutes);
    case 'refused':
      return why || _('The trainer closed this before you wrote. Your text is kept for you.');
    case 'missed':
      return _('Chosen, but not sent before closing.');
    default:
      return at ? _('Closed {time}. You can read, not write.', { time: clockTime(at) }) : _('Closed. You can read, not write.');
  }
}

/**
 * The one word for several cells: the one that needs most attention wins.
 * @param {{[cell: string]: import('../live/desk.js').CellWord}} states
 */
export function worst(states) {
  const order = ['refused', 'draft', 'queued', 'sending', 'late', 'received'];
  const first = Object.values(states).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.at - a.at)[0];
  return first ?? null;
}
