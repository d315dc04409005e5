// @ts-check
/** A question without a right answer, counted at once. */
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Choice } from '../../../../static/js/shared/Choice.jsx';
import { Counter } from '../../../../static/js/shared/Counter.jsx';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';

const WORD = 60; // characters the server takes: one line on a phone
const MOST_SHOWN = 12; // small houses beside the count; more would be a wall

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee(props) {
  const { task, cells, states, put, open, until } = props;
  const Face = FACES[/** @type {keyof typeof FACES} */ (task.answer)];
  const value = cells[''];
  const { ready, missing } = need(task, value);
  return (
    <>
      <Prompt html={task.prompt} />
      <Face {...props} value={value} />
      <Send state={states['']} ready={ready} missing={missing} until={until} open={open} onSend={() => put('', value)} />
    </>
  );
}

/** What is still missing, in words for the button. @param {any} task @param {any} value @returns {{ready: boolean, missing?: string}} */
function need(task, value) {
  if (task.answer === 'number') {
    const total = sum(value);
    const rest = (task.sum ?? total) - total;
    if (rest > 0) return { ready: false, missing: ngettext('Place {n} more', 'Place {n} more', rest) };
    if (rest < 0) return { ready: false, missing: ngettext('{n} too many', '{n} too many', -rest) };
    return { ready: value != null, missing: _('Count first') };
  }
  if (task.answer === 'word') return { ready: Boolean(value?.text?.trim()), missing: _('Write a word') };
  return { ready: task.answer === 'many' ? value?.length > 0 : value != null, missing: _('Choose an answer') };
}

/** @param {{[key: string]: number} | null | undefined} counts */
const sum = (counts) => Object.values(counts ?? {}).reduce((all, n) => all + n, 0);

/** @param {any} props */
const One = ({ run, task, value, draft, open }) => (
  <div role="radiogroup" aria-label={_('Choose one')}>
    {task.options.map((/** @type {any} */ { key, html }) => (
      <Choice key={key} name={run} html={html} checked={value === key} disabled={!open} onPick={() => draft('', key)} />
    ))}
  </div>
);

/** @param {any} props */
function Many({ run, task, value, draft, open }) {
  const chosen = /** @type {string[]} */ (value ?? []);
  return (
    <div role="group" aria-label={_('Choose as many as you like')}>
      {task.options.map((/** @type {any} */ { key, html }) => (
        <Choice key={key} many name={run} html={html} checked={chosen.includes(key)} disabled={!open}
          onPick={() => draft('', chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])} />
      ))}
    </div>
  );
}

/** @param {any} props */
function Numbers({ task, value, draft, open }) {
  const counts = value ?? {};
  const total = sum(counts);
  const full = task.sum != null && total >= task.sum;
  return (
    <>
      <div>
        {task.options.map((/** @type {any} */ { key, html }) => (
          <Counter key={key} html={html} value={counts[key] ?? 0} full={full} disabled={!open} onCount={(n) => draft('', { ...counts, [key]: n })} />
        ))}
      </div>
      {task.sum != null ? (
        <p class="row apart wrap" role="status">
          <b>{full ? ngettext('All {n} placed', 'All {n} placed', task.sum) : _('{n} of {m} placed', { n: total, m: task.sum })}</b>
          {task.sum <= MOST_SHOWN ? (
            <span class="row units">
              {Array.from({ length: task.sum }, (unused, i) => (
                <svg key={i} class={i < total ? 'unit unit-on' : 'unit'} viewBox="0 0 24 24" aria-hidden="true"><path d="M3 11 12 4l9 7v9H3Z" /></svg>
              ))}
            </span>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

/** @param {any} props */
const Word = ({ run, value, draft, open }) => (
  <div>
    <label class="field-name" for={`${run}-word`}>{_('A word or a few')}</label>
    <input id={`${run}-word`} class="input read" maxLength={WORD} autocomplete="off" enterKeyHint="done" value={value?.text ?? ''} disabled={!open}
      onInput={(event) => draft('', event.currentTarget.value ? { text: event.currentTarget.value } : null)} />
  </div>
);

const FACES = { one: One, many: Many, number: Numbers, word: Word };

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const value = mine[''];
  return (
    <>
      <Prompt html={task.prompt} />
      {task.answer === 'word' ? <Words words={tally?.words} own={value?.text} /> : <Split of={task.answer === 'number' ? tally?.total : tally?.n} rows={rows(task, value, tally)} />}
      {task.answer === 'number' && value && tally ? <p class="soft small">{_('You: {numbers}', { numbers: task.options.map((/** @type {any} */ { key }) => value[key] ?? 0).join(' · ') })}</p> : null}
      {tally ? <p class="soft small">{ngettext('{n} answer', '{n} answers', tally.n)}</p> : null}
      {solution?.explain ? <Html class="read" html={solution.explain} /> : null}
    </>
  );
}

/** @param {any} task @param {any} value @param {any} tally */
const rows = (task, value, tally) =>
  task.options.map((/** @type {any} */ { key, html }) => ({
    html,
    n: tally ? (tally.sums ?? tally.counts)[key] ?? 0 : task.answer === 'number' && value ? value[key] ?? 0 : null,
    own: task.answer === 'many' ? value?.includes(key) : value === key,
  }));

/** @param {{words?: [string, number][], own?: string}} props */
const Words = ({ words, own }) => (
  <ul class="words">
    {own && !words?.some(([word]) => word.toLowerCase() === own.trim().toLowerCase()) ? <li class="chip chip-act read">{own} · {_('you')}</li> : null}
    {words?.map(([word, n]) => <li key={word} class="chip read">{word}{n > 1 ? <b class="num"> {n}</b> : null}</li>)}
  </ul>
);
