// @ts-check
/** Help is always at the left of the dock: one tap asks, a second makes no second call. */
import { useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { Icon } from '../shared/Icon.jsx';
import { Name } from '../shared/Name.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { isOver, useRoom } from './room.js';

/** Groups call for help; in plenary the trainer is in the room. @param {{[part: string]: any}} view */
export const hasHelp = ({ group, now, runs }) => Boolean(group && now?.run && !now.report && runs?.[now.run]?.by === 'group' && !isOver(runs[now.run]));

/** The button; it stands in group work only, since elsewhere the trainer is in the room. */
export function Help() {
  const { view, act } = useRoom();
  const asked = useAsked();
  const [, open] = useState(false);
  const ask = () => {
    if (!asked) act({ type: 'ask_help', run: view.now.run });
    else document.getElementById('help-call')?.scrollIntoView({ block: 'center' });
    open(true);
  };
  const [icon, word] = !asked ? ['help', _('Help')] : asked.state === 'attended' ? ['tick', _('With you')] : asked.state === 'seen' ? ['reveal', _('Seen')] : ['help', _('Asked')];
  return (
    <button type="button" class={`btn btn-stack ${asked && asked.state !== 'attended' ? 'btn-call' : 'btn-line'}`} onClick={ask}>
      <Icon name={icon} />{word}
    </button>
  );
}

/** The call as it stands: the server's, or the one still on this phone. */
function useAsked() {
  const { view, desk, me } = useRoom();
  const call = view.group?.help;
  const queue = desk.outbox.waiting().filter(({ body }) => body.type === 'ask_help' || body.type === 'cancel_help');
  const last = queue[queue.length - 1]?.body;
  if (last?.type === 'cancel_help') return null;
  if (call) return call;
  return last ? { state: 'kept', by: me, reason: last.reason } : null;
}

/** What became of it, the reason, and how to take it back. */
export function HelpNote() {
  const { view, people, me, act } = useRoom();
  const asked = useAsked();
  if (!asked || !hasHelp(view)) return null;
  const run = view.now.run;
  const reasons = [_('We do not understand the task.'), _('We cannot agree.'), _('Something does not work on the phone.')];
  return (
    <section class="note note-call" id="help-call">
      <p role="status">
        <b>
          {asked.state === 'attended' ? <Sentence text={_('{name} is with you.')} name={<Name of={asked.who} people={people} />} />
            : asked.state === 'seen' ? <Sentence text={_('{name} has seen it and is coming.')} name={<Name of={asked.who} people={people} />} />
            : asked.state === 'kept' ? _('Your call goes out when the line is back.')
            : asked.by === me ? _('You have asked for help.') : <Sentence text={_('{name} has asked for help.')} name={<Name of={asked.by} people={people} />} />}
        </b>
        {asked.reason ? <> {asked.reason}</> : null}
      </p>
      {asked.state === 'asked' && !asked.reason ? (
        <div class="row wrap" role="group" aria-label={_('What is it about?')}>
          {reasons.map((reason) => <button key={reason} type="button" class="btn btn-line" onClick={() => act({ type: 'ask_help', run, reason })}>{reason}</button>)}
        </div>
      ) : null}
      {asked.state === 'attended' ? null : <button type="button" class="btn btn-quiet" onClick={() => act({ type: 'cancel_help', run })}>{_('It is settled, no help needed')}</button>}
    </section>
  );
}
