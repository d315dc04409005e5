// @ts-check
/** The acts, where the thumb is: one filled button for the next step, time and pause beside it, the rest under "More". */
import { Icon } from '../shared/Icon.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { Seat } from '../shared/Seat.jsx';
import { _ } from '../i18n.js';
import { useConsole } from './context.js';
import { EndDialog } from './EndDialog.jsx';
import { MoreDialog } from './MoreDialog.jsx';
import { Name } from './Name.jsx';
import { find, isOpen } from './step.js';
import { WordDialog } from './WordDialog.jsx';

/** @import { Step } from './step.js' */

/** @param {{step: Step|null, subject: string|null, isGroups: boolean}} props   `subject`: the run the acts are about */
export function Acts({ step, subject, isGroups }) {
  const { parts, agenda, act, busy, show, go, setLook, hand } = useConsole();
  const isPlay = find(agenda, subject)?.top.kind === 'roleplay';
  const run = subject ? parts.runs?.[subject] : undefined;
  const live = parts.meeting?.state === 'live';
  if (hand && parts.groups?.preview) return <Hand />;
  if (!step && !live) return null;
  const main = () => {
    if (!step) return;
    if (step.go === 'end') show(<EndDialog />);
    else if (step.go === 'look') setLook(step.run ?? null);
    else if (step.go) go(step.go);
    else if (step.type) act(step.type, step.fields);
  };
  const open = live && isOpen(run);
  return (
    <div class="acts" role="region" aria-label={_('Actions')}>
      {step ? (
        <button type="button" class="btn btn-main" aria-busy={busy !== null} onClick={main}>
          <Icon name={step.icon} />
          <span class="clamp">{step.words}{step.title ? <> {step.title}</> : null}</span>
        </button>
      ) : null}
      {open ? <Small icon="plus" words={_('1 min')} onTap={() => act('add_time', { run: subject, seconds: 60 })} /> : null}
      {open && run?.phase === 'open' && !isGroups ? <Small icon="pause" words={_('Pause')} onTap={() => act('pause', { run: subject })} /> : null}
      {open && isPlay ? <Small icon="again" words={_('Next turn')} class="btn-two" onTap={() => act('rotate', { run: subject })} /> : null}
      {open && isGroups && !isPlay ? <Small icon="say" words={_('A word')} onTap={() => show(<WordDialog />)} /> : null}
      {live ? <Small icon="up" words={_('More')} class="btn-more" onTap={() => show(<MoreDialog subject={subject} />)} /> : null}
    </div>
  );
}

/** A person is in the hand: nothing else matters until she is put down. */
function Hand() {
  const { people, hand, setHand, parts, pins, togglePin } = useConsole();
  const id = /** @type {number} */ (hand);
  const pinned = pins.on.has(id) || ((parts.groups?.preview?.pins ?? []).includes(id) && !pins.off.has(id));
  return (
    <div class="acts" role="region" aria-label={_('Actions')}>
      <p class="row grow"><Seat as="span" person={people.get(id)} label={people.get(id)?.name} me /><span><Sentence text={_('{who} is in your hand. Choose the group.')} who={<b><Name id={id} short /></b>} /></span></p>
      <Small icon="pin" words={pinned ? _('Unpin') : _('Pin')} onTap={() => togglePin(id, !pinned)} />
      <Small icon="back" words={_('Put back')} onTap={() => setHand(null)} />
    </div>
  );
}

/** A button that a phone draws with its word below the icon. @param {{icon: string, words: string, class?: string, onTap: () => void}} props */
const Small = ({ icon, words, class: more = '', onTap }) => (
  <button type="button" class={`btn btn-act ${more}`} onClick={onTap}><Icon name={icon} />{words}</button>
);
