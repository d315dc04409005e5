// @ts-check
/** The wall of sheets: what stands there, and what each has got so far. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Hall } from '../../../../static/js/shared/Hall.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';
import { Got, nameOf, Words } from './sheet.jsx';

export const shows = () => 'result';

const SCREEN = 3; // sheets of which questions can be read from eight metres

/** Those with most stars first, once there are any. @param {any} task @param {any} tally @param {any} [people] */
const ranked = (task, tally, people = new Map()) =>
  task.sheets.map((/** @type {any} */ sheet, /** @type {number} */ place) => ({ ...sheet, name: nameOf(sheet, place, people), got: tally?.sheets[sheet.t] }))
    .sort((/** @type {any} */ one, /** @type {any} */ other) => (other.got?.stars ?? 0) - (one.got?.stars ?? 0));

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally, people }) => (
  <>
    <div class="wall">
      {ranked(task, tally, people).map((/** @type {any} */ sheet) => (
        <section class="card stack" key={sheet.t} aria-label={sheet.name}>
          <h3>{sheet.name}</h3>
          <Got got={sheet.got} />
          <details class="fold"><summary>{_('Read the sheet')}<Icon name="down" /></summary><Words fields={task.fields} cells={sheet.cells} /></details>
        </section>
      ))}
    </div>
    {task.sheets.length ? null : <p class="soft">{_('No sheet hangs here yet.')}</p>}
  </>
);

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export function Screen({ task, tally }) {
  const sheets = ranked(task, tally);
  if (!tally) {
    const names = <ul class="words">{sheets.map((/** @type {any} */ sheet) => <li class="chip" key={sheet.t}>{sheet.name}</li>)}</ul>;
    return <Hall prompt={task.prompt} options={names} />;
  }
  return (
    <div class="hall-part">
      <Html class="ask small-ask" html={task.prompt} />
      <div class="wall">
        {sheets.slice(0, SCREEN).map((/** @type {any} */ sheet) => (
          <section key={sheet.t}>
            <div class="row apart"><h2 class="wall-head">{sheet.name}</h2>{sheet.got?.stars ? <p class="hall-lead num nowrap">{ngettext('{n} star', '{n} stars', sheet.got.stars)}</p> : null}</div>
            {(sheet.got?.comments ?? []).slice(0, SCREEN).map((/** @type {string} */ words, /** @type {number} */ i) => <p class="card read kept" key={i} lang={langOf(words)}>{words}</p>)}
          </section>
        ))}
      </div>
      {sheets.length > SCREEN ? <p class="soft">{_('and {n} more sheets', { n: sheets.length - SCREEN })}</p> : null}
    </div>
  );
}
