// @ts-check
/** A text with gaps: each is written into, or chosen from a few words, right where it stands. */
import { h } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { _ } from '../../../../static/js/i18n.js';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { isFilled } from '../../../../static/js/shared/Field.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { langOf } from '../../../../static/js/shared/lang.js';
import { Note } from '../../../../static/js/shared/Note.jsx';
import { worst } from '../../../../static/js/shared/State.jsx';
import { filled, isRight } from './places.js';

const LIMIT = 100; // as the server has it (rules.py)
const TAIL = /^[.,;:!?)।]+/;
const UNSENT = ['draft', 'refused'];

/** @typedef {{t: string, choices?: {t: string, text: string}[]}} GapTask */

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ task, cells, states, put, draft, open, until }) {
  const gaps = /** @type {GapTask[]} */ (task.gaps);
  const full = gaps.filter(({ t }) => isFilled(cells[t])).length;
  const send = () => {
    for (const { t } of gaps) {
      if (cells[t] !== undefined && (!states[t] || UNSENT.includes(states[t].state))) put(t, isFilled(cells[t]) ? cells[t] : null);
    }
  };
  const gap = (/** @type {string} */ t, /** @type {string} */ tail) => {
    const at = gaps.findIndex((one) => one.t === t);
    return at < 0 ? null : <Gap key={t} gap={gaps[at]} number={at + 1} tail={tail} value={cells[t]} open={open} draft={draft} onEnter={() => full && send()} />;
  };
  return (
    <>
      <div class="ask html gap-text"><Parts html={task.prompt} gap={gap} /></div>
      <Send
        state={worst(states)} ready={full > 0} missing={_('Fill the gaps')} until={until} open={open} onSend={send}
        label={full < gaps.length ? _('Send {n} of {m}', { n: full, m: gaps.length }) : undefined}
      />
    </>
  );
}

/** @typedef {(token: string, tail: string) => any} DrawGap   `tail`: the full stop or comma behind it, which stays on its line */

/** The text with something live in its gaps. @param {{html: string, gap: DrawGap}} props */
function Parts({ html, gap }) {
  const content = useMemo(() => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    return holder.content;
  }, [html]);
  return <>{drawn(content, gap)}</>;
}

/** The parts of a text the server cleaned, as the page draws them. @param {Node} node @param {DrawGap} gap @returns {any[]} */
function drawn(node, gap) {
  const token = (/** @type {Node | null} */ part) => (part instanceof Element ? part.getAttribute('data-gap') : null);
  const tail = (/** @type {Node | null} */ part) => (part instanceof Text ? TAIL.exec(part.data)?.[0] ?? '' : '');
  return [...node.childNodes].map((part) => {
    if (!(part instanceof Element)) return token(part.previousSibling) ? part.textContent?.slice(tail(part).length) : part.textContent;
    const t = token(part);
    if (t) return gap(t, tail(part.nextSibling));
    return h(part.localName, Object.fromEntries([...part.attributes].map(({ name, value }) => [name, value])), ...drawn(part, gap));
  });
}

/** @param {{gap: GapTask, number: number, tail: string, value: any, open: boolean, draft: (cell: string, value: any) => void, onEnter: () => void}} props */
function Gap({ gap, number, tail, value, open, draft, onEnter }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const words = value?.text ?? '';
  useEffect(() => {
    if (input.current && document.activeElement !== input.current && input.current.value !== words) input.current.value = words;
  }, [words]);
  const label = _('Gap {n}', { n: number });
  return (
    <span class="gap-place">
      <span class="gap-number num" aria-hidden="true">{number}</span>
      {gap.choices ? (
        <select class="input" aria-label={label} value={value ?? ''} disabled={!open} onChange={(event) => draft(gap.t, event.currentTarget.value || null)}>
          <option value="">{_('Choose')}</option>
          {gap.choices.map(({ t, text }) => <option key={t} value={t} lang={langOf(text)}>{text}</option>)}
        </select>
      ) : (
        <input
          class="input read" ref={input} aria-label={label} autocomplete="off" maxLength={LIMIT} size={12} defaultValue={words} lang={langOf(words)} disabled={!open}
          onInput={(event) => draft(gap.t, event.currentTarget.value ? { text: event.currentTarget.value } : null)}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && onEnter()}
        />
      )}
      {tail}
    </span>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const gaps = /** @type {GapTask[]} */ (task.gaps);
  const right = /** @type {{[gap: string]: string[]}} */ (solution?.right ?? {});
  const said = (/** @type {GapTask} */ { t, choices }) => (choices ? choices.find((one) => one.t === mine[t])?.text : mine[t]?.text) ?? '';
  const words = (/** @type {string} */ t, /** @type {number} */ number) => right[t]?.[0] || said(gaps[number - 1]) || String(number);
  return (
    <>
      <Html class="ask" html={filled(task.prompt, words)} />
      {solution ? <ol class="list">
        {gaps.map((gap, at) => {
          const own = said(gap);
          const hit = own && isRight(gap, mine[gap.t], solution);
          return (
            <li key={gap.t} class="split">
              <p class={`state${hit ? ' state-received' : ''}`}>
                {hit ? <Icon name="tick" /> : null}
                <span>
                  {_('Gap {n}', { n: at + 1 })} · {own ? <span lang={langOf(own)}>{own}</span> : _('Left empty')}
                  {hit ? null : <> · <b>{_('Right: {answer}', { answer: right[gap.t][0] })}</b></>}
                  {tally ? <> · {_('{n} of {m} have it', { n: tally.right?.[gap.t] ?? 0, m: tally.n })}</> : null}
                </span>
              </p>
            </li>
          );
        })}
      </ol> : null}
      {solution?.explain ? <Note look="good"><Html class="read" html={solution.explain} /></Note> : null}
      {solution?.model ? <Note look="good"><Html class="read" html={solution.model} /></Note> : null}
    </>
  );
}
