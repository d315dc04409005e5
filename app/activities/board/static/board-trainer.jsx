// @ts-check
/** Cards on a wall: all of them for trainers at once, for the class when they are shown. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Hall, HallOptions } from '../../../../static/js/shared/Hall.jsx';
import { Html, plain } from '../../../../static/js/shared/Html.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';

export const shows = () => 'result';

/** @typedef {{t: string, column: string, text: string, votes: number}} Card */

const SCREEN = 7; // cards of a column that can be read from eight metres

/** @param {{task: any, tally: any, most?: number, head?: any}} props */
const Columns = ({ task, tally, most = Infinity, head: Head = 'h3' }) => (
  <div class="wall">
    {task.columns.map((/** @type {any} */ column) => {
      const cards = /** @type {Card[]} */ (tally?.cards ?? []).filter((card) => card.column === column.key).sort((one, other) => other.votes - one.votes);
      return (
        <section key={column.key} aria-label={plain(column.html) || _('The board')}>
          <Head class="wall-head"><Html as="span" html={column.html} /> <span class="soft num">{cards.length}</span></Head>
          {cards.slice(0, most).map((card) => (
            <div class="card" key={card.t}>
              <p class="read kept" lang={langOf(card.text)}>{card.text}</p>
              {card.votes ? <p class="small"><b class="num">{ngettext('{n} dot', '{n} dots', card.votes)}</b></p> : null}
            </div>
          ))}
          {cards.length > most ? <p class="soft">{_('and {n} more', { n: cards.length - most })}</p> : null}
        </section>
      );
    })}
  </div>
);

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally }) => <Columns task={task} tally={tally} />;

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task, tally }) =>
  tally ? <Columns task={task} tally={tally} most={SCREEN} head="h2" /> : <Hall prompt={task.prompt} options={task.columns[0].html ? <HallOptions html={task.columns.map((/** @type {any} */ column) => column.html)} /> : null} />;
