// @ts-check
/** Before the questions: what they are for, who sees the answers, and that there is no hurry. And the time between. */
import { _, ngettext } from '../i18n.js';
import { Icon } from '../shared/Icon.jsx';
import { Frame, Refused, moment } from './Frame.jsx';

/** @param {import('./main.jsx').Props} props */
export function Begin({ view, away, why, ask }) {
  const second = view.round === 'after';
  return (
    <Frame title={second ? _('After the course') : _('Before the course')} over={view.course} away={away}>
      <h2 class="read">{view.title}</h2>
      <p>{second
        ? _('The same questions as before the course, in another order. When you have finished, you see all answers and why.')
        : _('You answer these questions now, and once more after the course. So you see yourself what you have learned.')}</p>
      <ul class="stack">
        <li class="row row-top"><Icon name="clock" /><span>{ngettext('{n} question. Take your time: nothing runs out.', '{n} questions. Take your time: nothing runs out.', view.of)} {view.minutes ? ngettext('About {n} minute is enough.', 'About {n} minutes are enough.', view.minutes) : null}</span></li>
        <li class="row row-top"><Icon name="hidden" /><span>{_('It is no examination. Nobody calls out a name or a mark. Your trainers see your answers, nobody else does.')}</span></li>
        <li class="row row-top"><Icon name="pen" /><span>{_('Alone. What you do not know you may guess, or leave empty. You can stop and go on later.')}</span></li>
        {!second && view.until ? <li class="row row-top"><Icon name="late" /><span>{_('Open until {time}.', { time: moment(view.until) })}</span></li> : null}
      </ul>
      <Refused why={why} />
      <button type="button" class="btn btn-main btn-wide btn-thumb" onClick={() => ask({ type: 'begin', round: view.round })}>{_('Begin')}</button>
    </Frame>
  );
}

/** @param {import('./main.jsx').Props} props */
export function Between({ view, desk, away, progress }) {
  const n = view.answered.before;
  return (
    <Frame title={_('Before and after')} over={view.course} away={away} waiting={desk.waiting()}>
      <h2 class="read">{n ? _('Your first answers are kept') : _('The first time is over')}</h2>
      {n ? <p>{ngettext('You answered {n} question of {m}.', 'You answered {n} questions of {m}.', n, { m: view.of })}</p> : null}
      <p>{_('After the last day you answer the same questions once more. Then you see all answers, and what you have gained.')}</p>
      {view.from ? <p class="soft">{_('From {time}, or as soon as the last day has ended.', { time: moment(view.from) })}</p> : null}
      <a class="btn btn-wide" href={progress}>{_('What is firm, and what is next')}<Icon name="next" /></a>
    </Frame>
  );
}
