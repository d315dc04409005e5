// @ts-check
/** The steps by which a group runs itself: one is gold, done ones stay readable. */
import { _ } from '../i18n.js';
import { span } from '../live/clock.js';
import { Html } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { stepAt } from './step-at.js';
import { useLeft } from './use-left.js';

/**
 * @param {object} props
 * @param {{seconds: number, html: string}[]} props.steps
 * @param {number} props.whole       seconds the activity was planned for
 * @param {string | null} [props.endsAt]
 * @param {number | null} [props.left]   seconds, while paused
 * @param {number} props.gone        seconds since the opening, less pauses: used only without an end
 * @param {number} [props.at]        the step that a pattern is at: its clock is that of this step
 */
export function Steps({ steps, whole, endsAt, left, gone, at }) {
  const rest = useLeft(endsAt, left);
  const now = at === undefined ? stepAt(steps, { whole, left: rest, gone }) : { at, left: Math.max(0, rest ?? 0) };
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
