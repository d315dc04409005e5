// @ts-check
/** After the second time: what was gained, and every question with both answers, the right one and why. No shame: nothing is red. */
import { kinds as reviews } from 'koottam:kinds/Review';
import { _, ngettext } from '../i18n.js';
import { day } from '../shared/day.js';
import { Icon } from '../shared/Icon.jsx';
import { Frame } from './Frame.jsx';

/** @param {import('./main.jsx').Props} props */
export function Done({ view, away, progress }) {
  const { result, of } = view;
  const left = result.rows.filter((/** @type {any} */ row) => !row.compared).length;
  return (
    <Frame title={_('Before and after')} over={view.course} away={away}>
      <section class="sheet stack" aria-label={_('Before and after')}>
        <h2 class="read">{headline(result)}</h2>
        <table class="compare">
          <tbody>
            {result.before === null ? null : <tr><th scope="row">{_('Before')}</th><td class="num">{_('{n} of {m} right', { n: result.before, m: of })}</td></tr>}
            <tr><th scope="row">{_('After')}</th><td class="num">{_('{n} of {m} right', { n: result.after, m: of })}</td></tr>
          </tbody>
        </table>
        {left ? <p class="soft">{ngettext('{n} question is not compared: what is right in it was changed in between.', '{n} questions are not compared: what is right in them was changed in between.', left)}</p> : null}
        <p class="soft">{_('Your trainers see this, nobody else does.')}</p>
      </section>
      <a class="btn btn-wide" href={progress}>{_('What is firm, and what is next')}<Icon name="next" /></a>
      {result.rows.map((/** @type {any} */ row) => <Row key={row.id} row={row} />)}
    </Frame>
  );
}

/** @param {any} result */
function headline({ before, gain, after }) {
  if (before === null) return ngettext('{n} question is right', '{n} questions are right', after);
  if (gain > 0) return ngettext('{n} question more is right now', '{n} questions more are right now', gain);
  if (gain === 0) return _('As many are right as before');
  return _('Fewer are right than before. Look at them once more below.');
}

/** @param {{row: any}} props */
function Row({ row }) {
  const Review = reviews[row.kind];
  return (
    <section class="part stack" id={row.id}>
      <p class="lead-in">{row.day ? _('Question {n} · Day {d}', { n: row.number, d: row.day }) : _('Question {n}', { n: row.number })}</p>
      <p class="row wrap"><Mark when={_('Before')} of={row.before} /><Mark when={_('After')} of={row.after} />{row.compared && row.before.right === false && row.after.right ? <b>{_('gained')}</b> : null}</p>
      {[row.before, row.after].map((one, i) => <Changed key={i} when={i ? _('After') : _('Before')} of={one} />)}
      <Review task={row.task} mine={row.after.mine} solution={row.solution} people={{}} />
    </section>
  );
}

/** @typedef {{right: boolean | null, at?: string, then?: boolean}} Answer   `at`: marked anew or set aside then; `then`: by what was right then */

/** @param {{when: string, of: Answer}} props */
const Mark = ({ when, of: { right, at } }) => (
  <span class={`chip${right ? ' chip-good' : ''}`}>{right ? <Icon name="tick" /> : null}{when}: {right ? _('right') : right === false ? _('not right') : at ? _('not counted') : _('empty')}</span>
);

/** What the course did to an answer since it was given. @param {{when: string, of: Answer}} props */
const Changed = ({ when, of: { right, at, then } }) => (at || then ? (
  <p class="small soft">{when}: {then ? _('marked by what was right when you answered.')
    : right === null ? _('you answered an older question. It is kept, and counted no more since {day}.', { day: day(at ?? '') })
    : _('marked anew on {day}: the course changed what is right.', { day: day(at ?? '') })}</p>
) : null);
