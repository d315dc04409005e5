// @ts-check
/** How it is with them: the class as a whole, in bars or in words. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Hall, HallOptions } from '../../../../static/js/shared/Hall.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';
import { Split } from '../../../../static/js/shared/Split.jsx';

export const shows = () => 'result';

/** @param {any} task @param {any} tally */
const rows = (task, tally) => task.options.map((/** @type {any} */ { key, html }) => ({ html, n: tally ? (tally.sums ?? tally.counts ?? {})[key] ?? 0 : null }));

/** @param {{task: any, tally: any}} props */
const Result = ({ task, tally }) =>
  task.answer === 'word'
    ? <ul class="words">{(tally?.words ?? []).map((/** @type {[string, number]} */ [word, n]) => <li key={word} class="chip read" lang={langOf(word)}>{word}{n > 1 ? <b class="num"> {n}</b> : null}</li>)}</ul>
    : <Split of={task.answer === 'number' ? tally?.total : tally?.n} rows={rows(task, tally)} />;

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally }) => (
  <>
    {tally && task.answer === 'number' ? <h3>{_('So far: {n} together', { n: tally.total.toLocaleString('en-IN') })}</h3> : null}
    {tally && task.answer === 'word' ? <h3>{ngettext('So far: {n} word', 'So far: {n} words', (tally.words ?? []).length)}</h3> : null}
    <Result task={task} tally={tally} />
  </>
);

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task, tally }) => (
  <Hall
    prompt={task.prompt} options={task.options.length ? <HallOptions html={task.options.map((/** @type {any} */ one) => one.html)} /> : null}
    result={tally ? <Result task={task} tally={tally} /> : null}
  />
);
