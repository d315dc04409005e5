// @ts-check
/** Several choices from a list: how often each was chosen. */
import { Hall, HallOptions } from '../../../../static/js/shared/Hall.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';

export const shows = () => 'answer';

/** @param {any} task @param {any} tally @param {any} solution */
const rows = (task, tally, solution) =>
  task.options.map((/** @type {any} */ { t, html }) => ({ html, n: tally ? tally.counts[t] ?? 0 : null, right: solution?.right?.includes(t) }));

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally, solution }) => <Split of={tally?.n} rows={rows(task, tally, solution)} />;

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task, tally, solution }) => (
  <Hall
    prompt={task.prompt} options={<HallOptions html={task.options.map((/** @type {any} */ one) => one.html)} />}
    result={tally || solution ? <Split of={tally?.n} rows={rows(task, tally, solution)} /> : null} explain={solution?.explain}
  />
);
