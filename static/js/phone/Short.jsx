// @ts-check
/** The short screens: at the door, told where to go, staying, between two activities, turned away. */
import { useEffect } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { Dock } from '../shared/Dock.jsx';
import { Icon } from '../shared/Icon.jsx';
import { groupName } from '../shared/Name.jsx';
import { Seat } from '../shared/Seat.jsx';
import { Frame } from './Frame.jsx';
import { Missed } from './Missed.jsx';
import { Quiet } from './Now.jsx';
import { find, useRoom } from './room.js';
import { fetchSheets } from './use-sheet.js';

/** A guest whom a trainer has not let in yet. */
export function Waiting() {
  const { view } = useRoom();
  return (
    <Frame title={view.meeting.title} plain said={_('Please wait a moment')}>
      <p class="soft">{view.meeting.title}</p>
      <h1 class="read">{_('You are at the right door.')}</h1>
      <p>{_('A trainer lets you in. This page opens by itself; you need not do anything.')}</p>
      <div class="loading" role="presentation" />
      <Dock />
    </Frame>
  );
}

/** Told before moving: group, task, minutes. */
export function Told() {
  const { view, people, me, act } = useRoom();
  const { told, stayed } = view.me;
  useEffect(() => void fetchSheets().catch(() => {}), []);
  const title = _('Groups');
  if (!told.group) {
    return (
      <Frame title={title} said={_('You stay with the trainer')}>
        <h2 class="go-to">{_('You stay here with the trainer.')}</h2>
        <p>{_('The groups begin in a moment: {title}.', { title: told.title })}</p>
        <Dock />
      </Frame>
    );
  }
  return (
    <Frame title={title} over={told.title} said={_('You go to {group}', { group: groupName(told.group) })}>
      <p class="soft">{stayed ? _('You stay here. Your seat is kept in') : _('You go to')}</p>
      <h2 class="go-to">{groupName(told.group)}</h2>
      <p class="read lead">{told.title}{told.minutes ? ` · ${ngettext('{n} minute', '{n} minutes', told.minutes)}` : ''}</p>
      {told.members?.length ? (
        <ul>
          {told.members.map((/** @type {number} */ id) => (
            <li key={id} class="person"><Seat as="span" person={people[id]} me={id === me} /><span lang={people[id]?.lang}>{people[id]?.name}</span></li>
          ))}
        </ul>
      ) : null}
      <p class="soft">{stayed ? _('You see the class screen with the trainer.') : _('Your sheet opens by itself when the trainer begins.')}</p>
      <Dock>
        {stayed
          ? <button type="button" class="btn btn-main btn-thumb grow" onClick={() => act({ type: 'unstay', run: told.run })}>{_('Go to {group} after all', { group: groupName(told.group) })}</button>
          : <button type="button" class="btn btn-line btn-thumb grow" onClick={() => act({ type: 'stay', run: told.run })}>{_('I stay here with the trainer')}</button>}
      </Dock>
    </Frame>
  );
}

/** Groups work; this person stays in plenary, or is in none yet. @param {{run: string}} props */
export function Stayed({ run }) {
  const { view, agenda, act } = useRoom();
  const item = find(agenda, run)?.item;
  return (
    <Frame title={item?.title ?? _('Group work')} run={run}>
      <Missed />
      <h2 class="go-to">{view.me.stayed ? _('You stay here with the trainer.') : _('You are in no group just now.')}</h2>
      <p>{view.me.stayed ? _('The groups are at work. You hear their reports later.') : _('Your trainer puts you into one. This page opens it by itself.')}</p>
      <Dock>{view.me.stayed ? <button type="button" class="btn btn-main btn-thumb grow" onClick={() => act({ type: 'unstay', run })}>{_('Go to my group after all')}</button> : null}</Dock>
    </Frame>
  );
}

export function Between() {
  const { agenda, view } = useRoom();
  return <Frame title={agenda?.title ?? view.meeting.title} over={agenda?.day ? _('Day {d}', { d: agenda.day }) : ''}><Missed /><Quiet /></Frame>;
}

/** The server does not let this page in. @param {{refusal: {code: string, text: string} | null}} props */
export function Turned({ refusal }) {
  const { link, desk } = useRoom();
  const waiting = desk.waiting();
  return (
    <Frame title="Koottam" plain said={refusal?.text}>
      <div class="note note-call stack">
        <h1>{_('This page did not open')}</h1>
        <p>{refusal?.text}</p>
        {waiting ? <p><b>{ngettext('{n} answer is safe on this phone.', '{n} answers are safe on this phone.', waiting)}</b></p> : null}
      </div>
      <Dock>
        {refusal?.code === 'sign-in'
          ? <a class="btn btn-main btn-thumb grow" href={`/login?next=${encodeURIComponent(location.pathname)}`}><Icon name="key" />{_('Sign in again')}</a>
          : <button type="button" class="btn btn-main btn-thumb grow" onClick={link.again}><Icon name="again" />{_('Try again')}</button>}
      </Dock>
    </Frame>
  );
}
