// @ts-check
/** Every act that makes sense now, a line each, so that a phone of 360 px can do all that a laptop can. */
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { openGroups, useConsole } from './context.js';
import { Dialog } from './Dialog.jsx';
import { EndDialog } from './EndDialog.jsx';
import { find, following, isGroupWork, isOpen, isOver } from './step.js';
import { WordDialog } from './WordDialog.jsx';

/** @param {{subject: string|null}} props */
export function MoreDialog({ subject }) {
  const { parts, agenda, show, act, setLook, go } = useConsole();
  const found = find(agenda, subject);
  const run = subject ? parts.runs?.[subject] : undefined;
  const phase = run?.phase ?? 'ready';
  const after = found ? following(agenda, parts, found.top.id) : null;
  const reporting = parts.report?.run === found?.top.id;
  const group = isGroupWork(found?.top);
  /** One line. What the filled button does stands here too: who looks here finds everything. @param {unknown} when @param {string} icon @param {string} words @param {string} type @param {Record<string, unknown>} [fields] */
  const line = (when, icon, words, type, fields) =>
    when ? (
      <li key={words}>
        <button type="button" class="item" onClick={() => { show(null); act(type, { run: subject, ...fields }); }}><Icon name={icon} /><span class="grow">{words}</span></button>
      </li>
    ) : null;
  /** @param {unknown} when @param {string} icon @param {string} words @param {() => void} turn */
  const place = (when, icon, words, turn) =>
    when ? <li key={words}><button type="button" class="item" onClick={turn}><Icon name={icon} /><span class="grow">{words}</span></button></li> : null;
  return (
    <Dialog title={found?.item.title || found?.top.title || _('More')} onClose={() => show(null)}>
      <ul class="list">
        {line(group && phase === 'ready' && openGroups(parts).length > 0, 'play', _('Start with the groups of before'), 'open')}
        {line(isOpen(run), 'plus', _('1 minute more'), 'add_time', { seconds: 60 })}
        {line(isOpen(run), 'plus', _('5 minutes more'), 'add_time', { seconds: 300 })}
        {line(isOpen(run) && run?.ends_at, 'minus', _('1 minute less'), 'add_time', { seconds: -60 })}
        {line(isOpen(run) && found?.top.kind === 'roleplay', 'again', _('Next turn: everybody gets another role'), 'rotate')}
        {line(phase === 'open' && parts.round?.run === subject && parts.round?.next, 'next', _('Next round now'), 'next_round')}
        {line(phase === 'open', 'pause', _('Pause'), 'pause')}
        {line(phase === 'paused', 'play', _('Go on'), 'resume')}
        {line(group && isOpen(run), 'call', _('Call back in 2 min'), 'call_back')}
        {line(isOpen(run), 'closed', _('Close now'), 'close')}
        {line(phase === 'closed', 'screen', group ? _('Show the model answer') : _('Show to everyone'), 'reveal')}
        {line(phase === 'revealed', 'hidden', _('Hide again'), 'hide')}
        {line(isOver(run), 'again', _('Open again for 2 minutes'), 'reopen', { seconds: 120 })}
        {line(reporting, 'back', _('One group back'), 'report_back')}
        {line(reporting, 'tick', _('End the report-back'), 'report_end')}
        {place(phase !== 'ready' && after, 'next', after ? _('Look at the next: {title}', { title: after.title }) : '', () => { show(null); setLook(after?.id ?? null); go('now'); })}
        {place(true, 'say', _('A word to all'), () => show(<WordDialog />))}
        {place(true, 'tick', _('End the day'), () => show(<EndDialog />))}
        <li><a class="item" href={`/m/${parts.meeting?.id}/screen`} target="koottam-screen"><Icon name="screen" /><span class="grow">{_('Class screen')}</span></a></li>
        <li><a class="item" href={`/m/${parts.meeting?.id}/paper`}><Icon name="pen" /><span class="grow">{_('Enter results from paper')}</span></a></li>
        {parts.meeting?.link ? <li><a class="item" href={parts.meeting.link} target="_blank" rel="noopener noreferrer"><Icon name="call" /><span class="grow">{_('Open the call')}</span></a></li> : null}
      </ul>
    </Dialog>
  );
}
