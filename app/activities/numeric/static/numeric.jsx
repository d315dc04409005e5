// @ts-check
/** A number to work out. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { _, ngettext } from '../../../../static/js/i18n.js';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { grouped, readNumber } from '../../../../static/js/shared/number.js';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Split } from '../../../../static/js/shared/Split.jsx';
import { Why } from '../../../../static/js/shared/Why.jsx';

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, draft, open, until }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [wrong, setWrong] = useState(false);
  const raw = cells[''] == null ? '' : String(cells['']);
  const id = `${run}-number`;
  useEffect(() => {
    if (input.current && document.activeElement !== input.current && input.current.value !== raw) input.current.value = raw;
  }, [raw]);
  const send = () => {
    const number = readNumber(raw);
    setWrong(number === null);
    if (number !== null) put('', number);
  };
  return (
    <>
      <Prompt html={task.prompt} />
      <div>
        <label class="field-name" for={id}>{_('Your number')}</label>
        <input
          id={id} ref={input} class={`input input-number${wrong ? ' input-wrong' : ''}`} inputMode="decimal" autocomplete="off" defaultValue={raw} disabled={!open}
          aria-invalid={wrong || undefined} aria-describedby={`${id}-wrong`}
          onInput={(event) => {
            setWrong(false);
            draft('', event.currentTarget.value || null);
          }}
          onKeyDown={(event) => event.key === 'Enter' && raw.trim() && send()}
        />
        <p id={`${id}-wrong`} class="state state-failed" role="status">{wrong ? <><Icon name="pen" /><span>{_('Write a number, for example 5 or 1,200.')}</span></> : null}</p>
      </div>
      <Send state={states['']} ready={Boolean(raw.trim())} missing={_('Write a number')} until={until} open={open} onSend={send} />
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const number = mine[''];
  const answers = /** @type {{low: number, high: number, right: boolean, feedback: string | null}[]} */ (solution?.answers ?? []);
  const within = (/** @type {number} */ value) => answers.find(({ low, high }) => value >= low - 1e-9 && value <= high + 1e-9);
  const hit = number == null ? undefined : within(number);
  const best = answers.find((answer) => answer.right);
  const rows = (tally?.values ?? []).map((/** @type {[number, number]} */ [value, n]) => ({ text: grouped(value), n, right: Boolean(solution && within(value)?.right), own: value === number }));
  return (
    <>
      <Prompt html={task.prompt} />
      {solution ? (
        <Why
          right={best ? grouped((best.low + best.high) / 2) : null} isRight={number == null ? null : Boolean(hit?.right)}
          said={number == null ? null : grouped(number)} feedback={hit?.feedback} explain={solution.explain} model={solution.model}
        />
      ) : number != null ? <p>{_('You wrote {number}.', { number: grouped(number) })}</p> : null}
      <Split rows={rows} of={tally?.n} />
      {tally ? <p class="soft small">{ngettext('{n} answer', '{n} answers', tally.n)}</p> : null}
    </>
  );
}
