// @ts-check
/** A word to write. */
import { useEffect, useRef } from 'preact/hooks';
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { isSame } from '../../../../static/js/shared/spelling.js';
import { Split } from '../../../../static/js/shared/Split.jsx';
import { Why } from '../../../../static/js/shared/Why.jsx';

const LIMIT = 200; // as the server has it (rules.py)

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, draft, open, until }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const words = cells['']?.text ?? '';
  const id = `${run}-words`;
  useEffect(() => {
    if (input.current && document.activeElement !== input.current && input.current.value !== words) input.current.value = words;
  }, [words]);
  const send = () => put('', { text: words });
  return (
    <>
      <Prompt html={task.prompt} />
      <div>
        <label class="field-name" for={id}>{_('Your answer')}</label>
        <input
          id={id} ref={input} class="input read" autocomplete="off" maxLength={LIMIT} defaultValue={words} lang={langOf(words)} disabled={!open}
          onInput={(event) => draft('', event.currentTarget.value ? { text: event.currentTarget.value } : null)}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && words.trim() && send()}
        />
      </div>
      <Send state={states['']} ready={Boolean(words.trim())} missing={_('Write your answer')} until={until} open={open} onSend={send} />
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const words = mine['']?.text;
  const answers = /** @type {{accepted: string[], right: boolean, feedback: string | null}[]} */ (solution?.answers ?? []);
  const heard = (/** @type {string} */ said) => answers.find(({ accepted }) => accepted.some((one) => isSame(one, said)));
  const hit = words ? heard(words) : undefined;
  const best = answers.find((answer) => answer.right)?.accepted[0];
  const rows = (tally?.words ?? []).map((/** @type {[string, number]} */ [text, n]) => ({ text, n, right: Boolean(heard(text)?.right), own: Boolean(words && isSame(text, words)) }));
  return (
    <>
      <Prompt html={task.prompt} />
      {solution ? (
        <Why
          right={best ? <span lang={langOf(best)}>{best}</span> : null} isRight={words ? Boolean(hit?.right) : null}
          said={words ? <span lang={langOf(words)}>{words}</span> : null} feedback={hit?.feedback} explain={solution.explain} model={solution.model}
        />
      ) : words ? <p>{_('You wrote {words}.', { words: `“${words.trim()}”` })}</p> : null}
      <Split rows={rows} of={tally?.n} />
      {tally ? <p class="soft small">{ngettext('{n} answer', '{n} answers', tally.n)}</p> : null}
    </>
  );
}
