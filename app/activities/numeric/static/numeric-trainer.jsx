// @ts-check
/** A number to work out: what the class worked out, the most frequent first. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Hall } from '../../../../static/js/shared/Hall.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { grouped } from '../../../../static/js/shared/number.js';
import { Split } from '../../../../static/js/shared/Split.jsx';

export const shows = () => 'answer';

const SCREEN = 4; // rows that can be read from eight metres

const NEAR = 0.05; // of the number: a range as narrow as this was written as one number with a tolerance

/** @param {{low: number, high: number}} range */
function words({ low, high }) {
  const middle = (low + high) / 2;
  if (high - low <= Math.abs(middle) * NEAR) return grouped(middle);
  return _('{low} to {high}', { low: grouped(low), high: grouped(high) });
}

/** @param {any} tally @param {any} solution */
function rows(tally, solution) {
  const right = (solution?.answers ?? []).filter((/** @type {any} */ one) => one.right);
  return (tally?.values ?? []).map((/** @type {[number, number]} */ [value, n]) => ({
    text: grouped(value), n, right: right.some((/** @type {any} */ one) => value >= one.low && value <= one.high),
  }));
}

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export function Trainer({ tally, solution }) {
  const right = (solution?.answers ?? []).filter((/** @type {any} */ one) => one.right);
  const wrong = (solution?.answers ?? []).filter((/** @type {any} */ one) => !one.right && one.feedback);
  return (
    <>
      {right.length ? <p class="row wrap"><b>{_('Right: {answer}', { answer: right.map(words).join(', ') })}</b>{tally ? <span class="soft">{_('{n} of {m} have it', { n: tally.right ?? 0, m: tally.n })}</span> : null}</p> : null}
      <Split of={tally?.n} rows={rows(tally, solution)} />
      {wrong.length ? (
        <section class="part stack">
          <h3 class="h-small">{ngettext('A likely mistake', 'Likely mistakes', wrong.length)}</h3>
          {wrong.map((/** @type {any} */ one) => <div class="note" key={one.low}><b class="num">{words(one)}</b><Html html={one.feedback} /></div>)}
        </section>
      ) : null}
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally, solution }) {
  const right = (solution?.answers ?? []).filter((/** @type {any} */ one) => one.right);
  return (
    <Hall
      prompt={task.prompt} result={tally || solution ? <Split of={tally?.n} rows={rows(tally, solution).slice(0, SCREEN)} /> : null}
      answer={right.length ? right.map(words).join(', ') : null} explain={solution?.explain}
    />
  );
}
