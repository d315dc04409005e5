// @ts-check
/** The steps by which a group runs itself: one is gold, done ones stay readable. */
import { _ } from '../i18n.js';
import { span } from '../live/clock.js';
import { Html } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { useLeft } from './use-left.js';

/**
 * Which step it is. The steps fill the time that is left from the end backwards, so that added minutes lengthen the
 * present step and a call back leads to the last one; without an end they are counted from the opening.
 * @param {{seconds: number}[]} steps
 * @param {{whole: number, left: number | null, gone: number}} time   seconds; `left` null: no end
 * @returns {{at: number, left: number}} `at` the place of the present step
 */
export function stepAt(steps, { whole, left, gone }) {
  let rest = left === null ? gone : Math.max(0, whole - left);
  for (const [at, step] of steps.entries()) {
    if (rest < step.seconds) return { at, left: step.seconds - rest };
    rest -= step.seconds;
  }
  return { at: Math.max(0, steps.length - 1), left: Math.max(0, left ?? 0) };
}

/**
 * @param {object} props
 * @param {{seconds: number, html: string}[]} props.steps
 * @param {number} props.whole       seconds the activity was planned for
 * @param {string | null} [props.endsAt]
 * @param {number | null} [props.left]   seconds, while paused
 * @param {number} props.gone        seconds since the opening, less pauses: used only without an end
 */
export function Steps({ steps, whole, endsAt, left, gone }) {
  const rest = useLeft(endsAt, left);
  const now = stepAt(steps, { whole, left: rest, gone });
  return (
    <>
      <div class="row apart wrap">
        <h2>{_('Step {n} of {m}', { n: now.at + 1, m: steps.length })}</h2>
        {now.left > 0 ? <span class="chip chip-now num"><Icon name="clock" />{_('{time} left', { time: span(now.left) })}</span> : null}
      </div>
      <ol>
        {steps.map((step, i) => (
          <li key={i} class={`step${i < now.at ? ' step-done' : i === now.at ? ' step-now' : ''}`} aria-current={i === now.at ? 'step' : undefined}>
            <b>{i < now.at ? <><Icon name="tick" /><span class="unseen">{_('done')}</span></> : i + 1}</b>
            <Html as={i === now.at ? 'b' : 'span'} html={step.html} />
            <span class="num soft nowrap">{step.seconds < 60 ? _('{n} s', { n: step.seconds }) : _('{n} min', { n: Math.round(step.seconds / 60) })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
