// @ts-check
/** Cards put into bins: where the class put each, the ones they disagree about first. */
import { _ } from '../../../../static/js/i18n.js';
import { Hall, HallOptions } from '../../../../static/js/shared/Hall.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';

/** @typedef {{t: string, html: string}} Piece */

/** An open sort has no right place to show. @param {any} solution */
export const shows = (solution) => (Object.keys(solution?.right ?? {}).length ? 'answer' : 'result');

const SCREEN = 7; // cards of a bin that can be read from eight metres

/** @param {any} tally @param {string} card @param {string} bin @returns {number} */
const put = (tally, card, bin) => tally?.placed?.[card]?.[bin] ?? 0;

/** How many put this card where most did not. @param {any} task @param {any} tally @param {Piece} card */
function apart(task, tally, card) {
  const counts = task.bins.map((/** @type {Piece} */ bin) => put(tally, card.t, bin.t));
  return counts.reduce((/** @type {number} */ sum, /** @type {number} */ n) => sum + n, 0) - Math.max(...counts, 0);
}

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export function Trainer({ task, tally, solution }) {
  const cards = [...task.cards].sort((one, other) => apart(task, tally, other) - apart(task, tally, one));
  return (
    <ul class="sorts">
      {cards.map((/** @type {Piece} */ card) => (
        <li class="split" key={card.t}>
          <Html as="span" class="read" html={card.html} />
          <p class="row wrap">
            {task.bins.map((/** @type {Piece} */ bin) => {
              const right = solution?.right?.[card.t]?.includes(bin.t);
              const n = put(tally, card.t, bin.t);
              return (
                <span key={bin.t} class={`chip ${right ? 'chip-good' : ''}`}>
                  {right ? <><Icon name="tick" /><span class="unseen">{_('right:')}</span></> : null}<Html as="span" html={bin.html} />{tally ? <b class="num">{n}</b> : null}
                </span>
              );
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally, solution }) {
  if (!tally && !solution) return <Hall prompt={task.prompt} options={<HallOptions html={task.bins.map((/** @type {Piece} */ bin) => bin.html)} />} />;
  const home = (/** @type {Piece} */ card) => solution?.right?.[card.t] ?? [most(task, tally, card)];
  return (
    <div class="hall-part hall-bins">
      {task.bins.map((/** @type {Piece} */ bin) => {
        const cards = task.cards.filter((/** @type {Piece} */ card) => home(card).includes(bin.t));
        return (
          <section key={bin.t}>
            <div class="row apart"><h2><Html as="span" html={bin.html} /></h2>{tally ? <span class="soft">{_('how many put it here')}</span> : null}</div>
            <ul>
              {cards.slice(0, SCREEN).map((/** @type {Piece} */ card) => <li class="hall-choice" key={card.t}><Html as="span" class="grow" html={card.html} />{tally ? <b class="num">{put(tally, card.t, bin.t)}</b> : null}</li>)}
              {cards.length > SCREEN ? <li class="hall-choice soft">{_('and {n} more', { n: cards.length - SCREEN })}</li> : null}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Where most put it. @param {any} task @param {any} tally @param {Piece} card */
const most = (task, tally, card) => [...task.bins].sort((one, other) => put(tally, card.t, other.t) - put(tally, card.t, one.t))[0]?.t;
