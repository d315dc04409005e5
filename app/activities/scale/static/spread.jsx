// @ts-check
/** Where a class stands between two ends: for each statement one column a step. */
import { _ } from '../../../../static/js/i18n.js';
import { Html } from '../../../../static/js/shared/Html.jsx';

/**
 * @param {object} props
 * @param {any} props.task
 * @param {any} [props.tally]
 * @param {{[cell: string]: any}} [props.mine]
 * @param {any} [props.level]       the heading's tag
 */
export const Spread = ({ task, tally, mine = {}, level: Heading = 'p' }) =>
  task.statements.map((/** @type {any} */ { key, html }) => (
    <section key={key} class="spread">
      <div class="row apart row-top">
        <Heading class="read"><Html as="span" html={html} /></Heading>
        {tally?.mean[key] != null ? <p class="soft nowrap">{_('on average')} <b class="num">{tally.mean[key].toLocaleString('en-IN')}</b></p> : null}
      </div>
      <ul>
        {task.steps.map((/** @type {number} */ step, /** @type {number} */ at) => {
          const own = mine[key] === step;
          return (
            <li key={step} class={own ? 'spread-own' : undefined}>
              {tally ? <><b class="num">{tally.counts[key][at]}</b><Column n={tally.counts[key][at]} most={Math.max(1, ...tally.counts[key])} own={own} /></> : null}
              <span class="num">{tally ? <span class="unseen">{_('chose')} </span> : null}{step}{own ? <span class="unseen"> {_('you')}</span> : null}</span>
            </li>
          );
        })}
      </ul>
      <Ends task={task} />
    </section>
  ));

/** @param {{n: number, most: number, own: boolean}} props */
const Column = ({ n, most, own }) => (
  <svg class="bar" aria-hidden="true" viewBox="0 0 1 20" preserveAspectRatio="none">
    <rect y={20 - (19 * n) / most} width="1" height={(19 * n) / most} class={own ? 'fill fill-act' : 'fill'} />
    <rect y="19.5" width="1" height=".5" class="fill" />
  </svg>
);

/** What both ends mean, below them. @param {{task: any}} props */
export const Ends = ({ task }) =>
  task.ends[0] ? <p class="row apart row-top small soft ends"><Html as="span" html={task.ends[0]} /><Html as="span" html={task.ends[1]} /></p> : null;
