// @ts-check
/** A word to write: what the class wrote, the most frequent first. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Hall } from '../../../../static/js/shared/Hall.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';
import { isSame } from '../../../../static/js/shared/spelling.js';
import { Split } from '../../../../static/js/shared/Split.jsx';

export const shows = () => 'answer';

const SCREEN = 4; // rows that can be read from eight metres

/** @typedef {{accepted: string[], right: boolean, feedback: string | null}} Answer */

/** @param {any} solution @returns {Answer[]} */
const right = (solution) => (solution?.answers ?? []).filter((/** @type {Answer} */ one) => one.right);

/** @param {any} tally @param {any} solution */
const rows = (tally, solution) =>
  (tally?.words ?? []).map((/** @type {[string, number]} */ [text, n]) => ({ text, n, right: right(solution).some(({ accepted }) => accepted.some((one) => isSame(one, text))) }));

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export function Trainer({ tally, solution }) {
  const wrong = (solution?.answers ?? []).filter((/** @type {Answer} */ one) => !one.right && one.feedback);
  const words = right(solution).flatMap(({ accepted }) => accepted);
  return (
    <>
      {words.length ? <p class="row wrap"><b>{_('Right: {answer}', { answer: words.join(', ') })}</b>{tally ? <span class="soft">{_('{n} of {m} have it', { n: tally.right ?? 0, m: tally.n })}</span> : null}</p> : null}
      <Split of={tally?.n} rows={rows(tally, solution)} />
      {wrong.length ? (
        <section class="part stack">
          <h3 class="h-small">{ngettext('A likely mistake', 'Likely mistakes', wrong.length)}</h3>
          {wrong.map((/** @type {Answer} */ one) => <div class="note" key={one.accepted[0]}><b>{one.accepted.join(', ')}</b><Html html={one.feedback} /></div>)}
        </section>
      ) : null}
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally, solution }) {
  const best = right(solution)[0]?.accepted[0];
  return (
    <Hall
      prompt={task.prompt} result={tally || solution ? <Split of={tally?.n} rows={rows(tally, solution).slice(0, SCREEN)} /> : null}
      answer={best ? <span lang={langOf(best)}>{best}</span> : null} explain={solution?.explain}
    />
  );
}
