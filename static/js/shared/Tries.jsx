// @ts-check
/** An answer that may be checked: right or not yet, what the author says to it, and how many tries are left. */
import { useRef } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { Html } from './Html.jsx';
import { Icon } from './Icon.jsx';

/** @typedef {{of: number, left: number, right?: boolean, feedback?: string[]}} SoFar   as the server says it */

/**
 * What the foot of a face needs where an answer may be checked; null where it may not.
 * @param {string} run @param {SoFar | null | undefined} soFar @param {import('../live/desk.js').Desk} desk
 * @param {() => void} [asked]   called after each try that is on its way
 */
export function useTries(run, soFar, desk, asked) {
  const written = useRef(false);
  if (!soFar) return null;
  return {
    ...soFar,
    waits: desk.outbox.waiting().some(({ body }) => body.type === 'try' && body.run === run),
    wrote() { written.current = true; },
    /** After the answer, in the same outbox, so that it arrives after it. A face may have found that there is nothing to send. */
    check(always = false) {
      if (always || written.current) void desk.command({ type: 'try', run }).then(asked);
      written.current = false;
    },
  };
}

/** @param {{tries: NonNullable<ReturnType<typeof useTries>>}} props */
export function Verdict({ tries: { left, right, feedback = [], waits } }) {
  if (waits) return <p class="state" role="status"><Icon name="queued" /><span>{_('Being checked. The word comes with the line.')}</span></p>;
  if (right === undefined) return <p class="small soft">{ngettext('You can check your answer {n} time.', 'You can check your answer {n} times.', left)}</p>;
  return (
    <div class={`note${right ? ' note-good' : ''}`} role="status">
      <p><b>{right ? _('Right.') : _('Not yet.')}</b> {right ? null : left ? ngettext('You have {n} try left.', 'You have {n} tries left.', left) : _('Your answer stays. The right one comes later.')}</p>
      {feedback.map((html, i) => <Html key={i} class="read" html={html} />)}
    </div>
  );
}
