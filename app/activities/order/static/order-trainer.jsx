// @ts-check
/** Steps put into their order: how many put each where it belongs. */
import { _ } from '../../../../static/js/i18n.js';
import { halves, Hall, HallColumns } from '../../../../static/js/shared/Hall.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';

export const shows = () => 'answer';

/** @typedef {{t: string, html: string}} Step */

/** The steps in their right order (as shown, while that is unknown), with how many put each there. @param {any} task @param {any} tally @param {any} solution */
function rows(task, tally, solution) {
  const order = /** @type {string[]} */ (solution?.right ?? task.steps.map((/** @type {Step} */ { t }) => t));
  return order.map((t, at) => ({
    html: `${solution ? `${at + 1}. ` : ''}${task.steps.find((/** @type {Step} */ one) => one.t === t)?.html}`,
    n: tally && solution ? tally.places[t][at] : null,
  }));
}

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally, solution }) => (
  <>
    {tally && solution ? <p class="row wrap"><b>{_('{n} of {m} have the whole order right', { n: tally.right ?? 0, m: tally.n })}</b><span class="soft">{_('below: how many put each step in its place')}</span></p> : null}
    <Split of={tally?.n} rows={rows(task, tally, solution)} />
  </>
);

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task, tally, solution }) =>
  solution
    ? <Hall prompt={task.prompt} result={<Split of={tally?.n} rows={rows(task, tally, solution)} />} explain={solution.explain} />
    : <HallColumns prompt={task.prompt} columns={halves(task.steps.map((/** @type {Step} */ one) => one.html))} />;
