// @ts-check
/** One question at a time, in any order; an answer can be changed as long as the round is open. */
import { kinds as faces } from 'koottam:kinds/Trainee';
import { useState } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { Place } from '../shared/Dock.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Frame, Refused, moment } from './Frame.jsx';

/** @param {import('./main.jsx').Props} props */
export function Questions(props) {
  const { view, desk, away, me } = props;
  const { round, questions } = view;
  const runOf = (/** @type {string} */ id) => `${round}/${id}`;
  const kept = (/** @type {string} */ id) => view.answers[id];
  const isSent = (/** @type {string} */ id) => {
    const states = Object.values(desk.states(runOf(id), kept(id)));
    return states.length > 0 && states.every(({ state }) => state !== 'draft' && state !== 'refused');
  };
  const open = questions.filter((/** @type {any} */ one) => !isSent(one.id));
  const [at, setAt] = useState(/** @type {string | null} */ (open[0]?.id ?? null)); // null: the end
  const go = (/** @type {string | null} */ id) => {
    setAt(id);
    scrollTo(0, 0);
  };
  const place = questions.findIndex((/** @type {any} */ one) => one.id === at);
  const waiting = desk.waiting();
  const pager = (
    <nav class="pager" aria-label={_('Questions')}>
      {questions.map((/** @type {any} */ one, /** @type {number} */ i) => (
        <button key={one.id} type="button" class={`btn${isSent(one.id) ? ' btn-sent' : ''}`} aria-current={one.id === at ? 'step' : undefined} onClick={() => go(one.id)}>
          {i + 1}{isSent(one.id) ? <><Icon name="tick" /><span class="unseen">{_('answered')}</span></> : null}
        </button>
      ))}
    </nav>
  );
  if (place < 0) return <End {...props} pager={pager} left={open.length} waiting={waiting} />;

  const { id, kind, task } = questions[place];
  const Face = faces[kind];
  const following = questions.slice(place + 1).find((/** @type {any} */ one) => !isSent(one.id)) ?? open.find((/** @type {any} */ one) => one.id !== id);
  const next = () => go(following?.id ?? null);
  const run = runOf(id);
  const put = async (/** @type {string} */ cell, /** @type {any} */ value, /** @type {number | undefined} */ when) => {
    await desk.outbox.put({ type: 'answer', run, cell, value, paper: view.paper }, when);
    desk.undraft(run, cell);
  };
  const go_on = <button type="button" class="btn btn-main btn-thumb grow" onClick={next}>{following ? _('Next question') : _('To the end')}<Icon name="next" /></button>;
  const skip = isSent(id) ? null : <button type="button" class="btn btn-quiet btn-thumb" onClick={next}>{_('Later')}</button>;
  return (
    <Frame title={_('Question {n} of {m}', { n: place + 1, m: questions.length })} over={view.title} away={away} waiting={waiting} work>
      {pager}
      <Place.Provider value={{ inline: false, aside: skip, after: go_on }}>
        <Face
          key={id} run={`${round}-${id}`} task={task} cells={desk.cells(run, kept(id))} states={desk.states(run, kept(id))} put={put} open people={{}} me={me}
          tally={undefined} sheet={undefined} forget={desk.outbox.forget}
          draft={(/** @type {string} */ cell, /** @type {any} */ value, /** @type {boolean | undefined} */ itself) => desk.draft(run, cell, value, itself)}
        />
      </Place.Provider>
    </Frame>
  );
}

/** All have been gone through. @param {import('./main.jsx').Props & {pager: any, left: number, waiting: number}} props */
function End({ view, away, why, ask, pager, left, waiting }) {
  const second = view.round === 'after';
  return (
    <Frame title={second ? _('After the course') : _('Before the course')} over={view.title} away={away} waiting={waiting}>
      <h2 class="read">{left ? ngettext('{n} question is still empty', '{n} questions are still empty', left) : _('All questions are answered')}</h2>
      {left ? <p>{_('Tap a number to answer it, or leave it.')}</p> : null}
      {pager}
      <p class={`state state-${waiting ? 'queued' : 'received'}`} role="status">
        <Icon name={waiting ? 'queued' : 'received'} />
        <span>{waiting ? ngettext('{n} answer is still on this phone. It goes by itself when there is a line.', '{n} answers are still on this phone. They go by themselves when there is a line.', waiting) : _('Everything you answered has arrived.')}</span>
      </p>
      {second ? (
        <>
          <p>{_('When you end it, you see all answers and why. After that nothing can be changed.')}</p>
          <Refused why={why} />
          <button type="button" class="btn btn-main btn-wide btn-thumb" aria-disabled={waiting || away ? true : undefined} onClick={() => !waiting && !away && ask({ type: 'finish' })}>
            {waiting || away ? _('End it when the line is back') : left ? _('End it with empty ones, show me the answers') : _('I am done. Show me the answers')}
          </button>
        </>
      ) : (
        <>
          <p>{view.until ? _('You can still change your answers until {time}.', { time: moment(view.until) }) : _('You can still change your answers.')} {_('Right and wrong are shown when you have answered a second time, after the course.')}</p>
          <a class="btn btn-main btn-wide btn-thumb" href="/">{_('Done for now')}</a>
        </>
      )}
    </Frame>
  );
}
