// @ts-check
/** Pairs: how many found each, the hardest first. */
import { _ } from '../../../../static/js/i18n.js';
import { Bar } from '../../../../static/js/shared/Bar.jsx';
import { Hall, HallColumns } from '../../../../static/js/shared/Hall.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Sentence } from '../../../../static/js/shared/Sentence.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';

export const shows = () => 'answer';

/** @typedef {{t: string, html: string}} Half */

/** @param {any} task @param {string | undefined} t */
const right = (task, t) => task.right.find((/** @type {Half} */ one) => one.t === t)?.html;

/** How many gave it this partner. @param {any} tally @param {string} left @param {string} [partner] @returns {number} */
const gave = (tally, left, partner) => tally?.paired?.[left]?.[partner ?? ''] ?? 0;

/** What most took for the partner who did not find it. @param {any} tally @param {string} left @param {string} [found] */
function slip(tally, left, found) {
  const [first] = Object.entries(tally?.paired?.[left] ?? {}).filter(([partner]) => partner !== found).sort((one, other) => other[1] - one[1]);
  return first?.[1] ? { t: first[0], n: first[1] } : null;
}

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export function Trainer({ task, tally, solution }) {
  const found = (/** @type {Half} */ { t }) => gave(tally, t, solution?.right[t]);
  const lefts = solution ? [...task.left].sort((one, other) => found(one) - found(other)) : task.left;
  return (
    <ul>
      {lefts.map((/** @type {Half} */ left) => {
        const most = slip(tally, left.t, solution?.right[left.t]);
        return (
          <li class="split" key={left.t}>
            <p class="split-word">
              <span><b><Html as="span" html={left.html} /></b>{solution ? <span class="block"><Icon name="tick" class="inline" /> <span class="unseen">{_('right:')}</span><Html as="span" html={right(task, solution.right[left.t])} /></span> : null}</span>
              {tally && solution ? <b class="num">{found(left)}</b> : null}
            </p>
            {tally && solution ? <Bar part={tally.n ? found(left) / tally.n : 0} fill="good" /> : null}
            {most ? <p class="small soft"><Sentence text={_('Most often instead: {partner} ({n})')} partner={<Html as="span" html={right(task, most.t)} />} n={most.n} /></p> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally, solution }) {
  if (solution) {
    const rows = task.left.map((/** @type {Half} */ { t, html }) => ({ html: `<strong>${html}</strong>: ${right(task, solution.right[t])}`, n: tally ? gave(tally, t, solution.right[t]) : null, right: true }));
    return <Hall prompt={task.prompt} result={<Split of={tally?.n} rows={rows} />} explain={solution.explain} />;
  }
  const html = (/** @type {Half[]} */ halves) => halves.map((one) => one.html);
  return <HallColumns prompt={task.prompt} columns={[html(task.left), html(task.right)]} />;
}
