// @ts-check
/** Pairs to find: one thing on the left is open, tap what belongs to it. No dragging; arrows and Enter do the same. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { _ } from '../../../../static/js/i18n.js';
import { Send } from '../../../../static/js/shared/Dock.jsx';
import { Html, plain } from '../../../../static/js/shared/Html.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Latest } from '../../../../static/js/shared/Latest.jsx';
import { Note } from '../../../../static/js/shared/Note.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Sentence } from '../../../../static/js/shared/Sentence.jsx';
import { worst } from '../../../../static/js/shared/State.jsx';
import { arrows } from '../../../../static/js/shared/arrows.js';

const UNSENT = ['draft', 'refused'];

/** @typedef {{t: string, html: string}} Half */

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export function Trainee({ run, task, cells, states, put, draft, open, until, people, me, group }) {
  const lefts = /** @type {Half[]} */ (task.left);
  const rights = /** @type {Half[]} */ (task.right);
  const [hand, setHand] = useState(/** @type {string | null | undefined} */ (undefined)); // undefined: the first without a partner
  const [said, setSaid] = useState('');
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const goOn = useRef(/** @type {string | null} */ (null)); // where the eyes and the keys go next
  const alone = lefts.filter(({ t }) => cells[t] == null);
  const left = !open ? null : hand === undefined ? alone[0]?.t ?? null : hand;
  const words = (/** @type {Half[]} */ halves, /** @type {string} */ t) => plain(halves.find((one) => one.t === t)?.html);
  const owner = (/** @type {string} */ right) => lefts.find(({ t }) => cells[t] === right)?.t;
  useLayoutEffect(() => {
    if (!goOn.current) return;
    const next = /** @type {HTMLElement | null | undefined} */ (list.current?.querySelector(`[data-left="${goOn.current}"]`));
    goOn.current = null;
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  });

  const give = group ? put : draft; // a group sees every pair; who is alone sends when it is done
  const join = (/** @type {string} */ right) => {
    if (!left) return;
    const before = owner(right);
    if (before === left) {
      give(left, null);
      setHand(left);
      return void setSaid(_('{left}: taken apart', { left: words(lefts, left) }));
    }
    if (before) give(before, null);
    give(left, right);
    setSaid(_('{left}: {right}', { left: words(lefts, left), right: words(rights, right) }));
    const at = lefts.findIndex(({ t }) => t === left);
    const next = [...lefts.slice(at + 1), ...lefts.slice(0, at)].find(({ t }) => t === before || cells[t] == null)?.t ?? null;
    setHand(next);
    goOn.current = next ?? left;
  };
  const send = () => {
    for (const { t } of lefts) if (cells[t] !== undefined && (!states[t] || UNSENT.includes(states[t].state))) put(t, cells[t]);
    setHand(null);
  };
  const paired = lefts.length - alone.length;
  return (
    <>
      <Prompt html={task.prompt} />
      <div class="row apart">
        <h2 class="h-small">{!open ? _('Closed') : left ? _('What belongs to it?') : alone.length ? _('Tap one to find its partner') : _('All have a partner. Tap one to change it.')}</h2>
        <b class="num soft nowrap">{_('{n} of {m}', { n: paired, m: lefts.length })}</b>
      </div>
      <ul class="pairs" ref={list} onKeyDown={(event) => arrows(event, list.current)}>
        {lefts.map(({ t, html }) => {
          const partner = rights.find((one) => one.t === cells[t]);
          return (
            <li key={t}>
              {open ? (
                <button type="button" class="btn btn-line btn-wide" data-left={t} aria-expanded={left === t} onClick={() => setHand(left === t ? null : t)}>
                  <span class="grow"><b><Html as="span" html={html} /></b>{partner ? <><br /><Html as="span" html={partner.html} /></> : null}</span>
                  <Icon name={partner ? 'tick' : 'down'} />
                </button>
              ) : <p class="input input-shut"><b><Html as="span" html={html} /></b><br />{partner ? <Html as="span" html={partner.html} /> : <span class="soft">{_('Left empty')}</span>}</p>}
              {left === t ? (
                <ul class="partners" aria-label={_('Partners for {left}', { left: plain(html) })}>
                  {rights.map((right) => {
                    const before = owner(right.t);
                    return (
                      <li key={right.t}>
                        <button type="button" class="btn btn-line btn-wide" aria-pressed={before === t} onClick={() => join(right.t)}>
                          <span class="grow"><Html as="span" html={right.html} />{before && before !== t ? <><br /><small class="soft">{_('now with {left}', { left: words(lefts, before) })}</small></> : null}</span>
                          {before === t ? <Icon name="tick" /> : null}
                        </button>
                      </li>
                    );
                  })}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
      {group ? (
        <Latest {...{ things: lefts, places: rights, cells, states, people, me }}>
          {(name, left, right) => <Sentence text={_('{name} put “{right}” with {left}.')} {...{ name, left, right }} />}
        </Latest>
      ) : null}
      <p class="unseen" role="status">{said}</p>
      <Send
        state={worst(states)} ready={paired > 0} missing={_('Find a partner')} until={until} open={open} onSend={send}
        label={alone.length ? _('Send {n} of {m}', { n: paired, m: lefts.length }) : undefined}
      />
    </>
  );
}

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export function Review({ task, mine = {}, tally, solution }) {
  const html = (/** @type {string} */ t) => task.right.find((/** @type {Half} */ one) => one.t === t)?.html;
  const hits = solution ? task.left.filter((/** @type {Half} */ { t }) => mine[t] === solution.right[t]).length : 0;
  return (
    <>
      <Prompt html={task.prompt} />
      {solution ? <p><b>{_('{n} of {m} pairs found', { n: hits, m: task.left.length })}</b></p> : null}
      <ul class="list">
        {task.left.map((/** @type {Half} */ left) => {
          const right = solution?.right[left.t];
          const isRight = solution && mine[left.t] === right;
          return (
            <li key={left.t} class={isRight ? 'split split-right' : 'split'}>
              <b><Html as="span" html={left.html} /></b>
              {solution ? <p class="split-word">{isRight ? <Icon name="tick" /> : null}<Html as="span" class="read" html={html(right)} /></p> : null}
              {isRight ? null : <p class="small">{mine[left.t] ? <Sentence text={_('You said: {answer}')} answer={<Html as="span" html={html(mine[left.t])} />} /> : <span class="soft">{_('Left empty')}</span>}</p>}
              {solution && tally ? <p class="small soft">{_('{n} of {m} have it', { n: tally.paired[left.t]?.[right] ?? 0, m: tally.n })}</p> : null}
            </li>
          );
        })}
      </ul>
      {solution?.explain ? <Note look="good"><Html class="read" html={solution.explain} /></Note> : null}
      {solution?.model ? <Note look="good"><Html class="read" html={solution.model} /></Note> : null}
    </>
  );
}
