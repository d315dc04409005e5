// @ts-check
/** Where the class stands, statement by statement. */
import { Hall, HallOptions } from '../../../../static/js/shared/Hall.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Ends, Spread } from './spread.jsx';

export const shows = () => 'result';

const AT_ONCE = 4; // statements whose columns can be read from eight metres; more stand in two columns

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally }) => <div class="spreads"><Spread task={task} tally={tally} level="h3" /></div>;

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally, solution }) {
  if (!tally) {
    const ends = <><HallOptions html={task.statements.map((/** @type {any} */ one) => one.html)} /><Between task={task} /></>;
    return <Hall prompt={task.prompt} options={<div>{ends}</div>} />;
  }
  return (
    <div class="hall-part">
      <Html class="ask small-ask" html={task.prompt} />
      <div class={`spreads${task.statements.length > AT_ONCE ? ' spreads-many' : ''}`}><Spread task={task} tally={tally} level="h2" /></div>
      {solution?.explain ? <Html class="hall-lead" html={solution.explain} /> : null}
    </div>
  );
}

/** The steps from one end to the other, as phones show them. @param {{task: any}} props */
const Between = ({ task }) => (
  <div class="spread">
    <ul>{task.steps.map((/** @type {number} */ step) => <li key={step}><b class="num">{step}</b></li>)}</ul>
    <Ends task={task} />
  </div>
);
