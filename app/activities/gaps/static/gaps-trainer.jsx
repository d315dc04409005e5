// @ts-check
/** A text with gaps: what the class put into each. */
import { _ } from '../../../../static/js/i18n.js';
import { halves, Hall, HallColumns } from '../../../../static/js/shared/Hall.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';
import { filled, isRight, numbered } from './places.js';

export const shows = () => 'answer';

const SCREEN = 5; // gaps that can be read from eight metres

/** @typedef {{t: string, choices?: {t: string, text: string}[]}} GapTask */

/** What was put into a gap, the right one marked. @param {GapTask} gap @param {any} tally @param {any} solution */
function rows(gap, tally, solution) {
  const found = tally?.gaps[gap.t];
  if (gap.choices) return gap.choices.map(({ t, text }) => ({ text, n: found ? found.counts[t] ?? 0 : null, right: Boolean(solution) && isRight(gap, t, solution) }));
  return (found?.words ?? []).map((/** @type {[string, number]} */ [text, n]) => ({ text, n, right: Boolean(solution) && isRight(gap, { text }, solution) }));
}

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally, solution }) => (
  <>
    {task.gaps.map((/** @type {GapTask} */ gap, /** @type {number} */ at) => (
      <section class="part" key={gap.t}>
        <h3 class="h-small">{_('Gap {n}', { n: at + 1 })}{solution ? `: ${solution.right[gap.t].join(', ')}` : ''}</h3>
        {tally && solution ? <p class="soft">{_('{n} of {m} have it', { n: tally.right?.[gap.t] ?? 0, m: tally.n })}</p> : null}
        <Split of={tally?.gaps[gap.t].n} rows={rows(gap, tally, solution)} />
      </section>
    ))}
  </>
);

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally, solution }) {
  const gaps = /** @type {GapTask[]} */ (task.gaps);
  const open = gaps.map(({ choices }, at) => (choices ? `${at + 1} · ${choices.map(({ text }) => escaped(text)).join(' / ')}` : '')).filter(Boolean);
  if (!tally && !solution) return open.length ? <HallColumns prompt={numbered(task.prompt)} columns={halves(open)} /> : <Hall prompt={numbered(task.prompt)} />;
  const prompt = solution ? filled(task.prompt, (token) => solution.right[token][0]) : numbered(task.prompt);
  const right = gaps.slice(0, SCREEN).map(({ t }, at) => ({ text: `${at + 1} · ${solution?.right[t][0] ?? ''}`, n: tally?.right ? tally.right[t] : null, right: Boolean(solution) }));
  return <Hall prompt={prompt} result={<Split of={tally?.n} rows={right} />} explain={solution?.explain} />;
}

/** Words as HTML. @param {string} words */
function escaped(words) {
  const holder = document.createElement('span');
  holder.textContent = words;
  return holder.innerHTML;
}
