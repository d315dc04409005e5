// @ts-check
/** Steps to put into their order: tap one, then move it up or down. No dragging; arrow keys do the same. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { _ } from '../../../../static/js/i18n.js';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { Html, plain } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Name } from '../../../../static/js/shared/Name.jsx';
import { Note } from '../../../../static/js/shared/Note.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Sentence } from '../../../../static/js/shared/Sentence.jsx';

/** @typedef {{t: string, html: string}} Step */

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, draft, open, until, people, me, group }) {
  const [hand, setHand] = useState(/** @type {string | null} */ (null));
  const [said, setSaid] = useState('');
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  const moved = useRef(/** @type {string | null} */ (null)); // by a key: the browser lets go of what changes its place
  const steps = /** @type {Step[]} */ (task.steps);
  const order = /** @type {string[]} */ (cells[''] ?? steps.map(({ t }) => t));
  const step = (/** @type {string} */ t) => /** @type {Step} */ (steps.find((one) => one.t === t));
  const button = (/** @type {string} */ t) => /** @type {HTMLElement | null | undefined} */ (list.current?.querySelector(`[data-step="${t}"]`));
  useLayoutEffect(() => {
    if (!moved.current) return;
    button(moved.current)?.focus();
    moved.current = null;
  });

  const move = (/** @type {string} */ t, /** @type {number} */ to) => {
    const at = order.indexOf(t);
    const place = Math.max(0, Math.min(order.length - 1, to));
    if (place !== at) {
      const next = order.filter((one) => one !== t);
      next.splice(place, 0, t);
      if (group) put('', next); else draft('', next); // a group sees every move; who is alone sends when it is done
    }
    setSaid(_('{step}: place {n} of {m}', { step: plain(step(t).html), n: place + 1, m: order.length }));
    button(t)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (/** @type {KeyboardEvent} */ event, /** @type {string} */ t) => {
    const at = order.indexOf(t);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: order.length - 1 }[event.key];
    if (event.key === 'Escape') setHand(null);
    if (to === undefined) return;
    event.preventDefault();
    if (hand !== t) return void button(order[to])?.focus();
    moved.current = t;
    move(t, to);
  };
  const held = open && hand ? step(hand) : null;
  const at = held ? order.indexOf(held.t) : -1;
  return (
    <>
      <Prompt html={task.prompt} />
      {open ? <p class="soft small" id={`${run}-how`}>{_('Tap a step, then move it up or down.')}</p> : null}
      <ol class="order" ref={list} aria-describedby={open ? `${run}-how` : undefined}>
        {order.map((t, place) => (
          <li key={t}>
            {open ? (
              <button type="button" class="btn btn-line btn-wide" data-step={t} aria-pressed={hand === t} onClick={() => setHand(hand === t ? null : t)} onKeyDown={(event) => keys(event, t)}>
                <b class="num">{place + 1}</b><Html as="span" class="grow" html={step(t).html} />{hand === t ? <Icon name="move" /> : null}
              </button>
            ) : <p class="input input-shut row row-top"><b class="num">{place + 1}</b><Html as="span" html={step(t).html} /></p>}
          </li>
        ))}
      </ol>
      {group && states['']?.by != null && states[''].by !== me
        ? <p class="state state-typing"><Icon name="pen" /><span><Sentence text={_('{name} moved the last one.')} name={<Name of={states[''].by} people={people} />} /></span></p> : null}
      <p class="unseen" role="status">{said}</p>
      <Send state={states['']} ready={cells[''] != null} missing={_('Move a step')} until={until} open={open} onSend={() => { setHand(null); put('', order); }}>
        {held ? (
          <>
            <button type="button" class="btn btn-icon" aria-disabled={at === 0} aria-label={_('Up: {step}', { step: plain(held.html) })} onClick={() => move(held.t, at - 1)}><Icon name="up" /></button>
            <button type="button" class="btn btn-icon" aria-disabled={at === order.length - 1} aria-label={_('Down: {step}', { step: plain(held.html) })} onClick={() => move(held.t, at + 1)}><Icon name="down" /></button>
          </>
        ) : null}
      </Send>
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const own = /** @type {string[] | undefined} */ (mine[''] ?? undefined);
  const order = /** @type {string[]} */ (solution?.right ?? own ?? task.steps.map((/** @type {Step} */ { t }) => t));
  const html = (/** @type {string} */ t) => task.steps.find((/** @type {Step} */ one) => one.t === t)?.html;
  const whole = solution && own && solution.right.every((/** @type {string} */ t, /** @type {number} */ at) => own[at] === t);
  return (
    <>
      <Prompt html={task.prompt} />
      {solution ? <p><b>{whole ? _('You have the whole order right.') : _('This is the right order.')}</b></p> : null}
      <ol class="list">
        {order.map((t, at) => {
          const place = own ? own.indexOf(t) : -1;
          const hit = solution && place === at;
          return (
            <li key={t} class="step">
              <b class="num">{at + 1}</b>
              <div>
                <Html class="read" html={html(t)} />
                {solution && own ? <p class={`state${hit ? ' state-received' : ''}`}>{hit ? <Icon name="tick" /> : null}<span>{hit ? _('So did you put it.') : _('You put it at {n}.', { n: place + 1 })}</span></p> : null}
                {solution && tally ? <p class="small soft">{_('{n} of {m} put it here', { n: tally.places?.[t]?.[at] ?? 0, m: tally.n })}</p> : null}
              </div>
            </li>
          );
        })}
      </ol>
      {!solution && !own ? <p class="soft">{_('Left empty')}</p> : null}
      {solution?.explain ? <Note look="good"><Html class="read" html={solution.explain} /></Note> : null}
      {solution?.model ? <Note look="good"><Html class="read" html={solution.model} /></Note> : null}
    </>
  );
}
