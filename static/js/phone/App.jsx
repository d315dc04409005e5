// @ts-check
/** Which screen: one at a time, and the trainer leads. */
import { _ } from '../i18n.js';
import { Loading } from '../shared/Loading.jsx';
import { Ended, Group, ReportBack } from './faces.jsx';
import { Frame } from './Frame.jsx';
import { Lobby } from './Lobby.jsx';
import { Now } from './Now.jsx';
import { Quiz } from './Quiz.jsx';
import { find, isGroupWork, useRoom } from './room.js';
import { Between, Stayed, Told, Turned, Waiting } from './Short.jsx';

/** @param {{looked: string | null}} props  `looked`: a missed activity that is still open */
export function App({ looked }) {
  const { link, view, agenda } = useRoom();
  const { meeting, me, now, group } = view;
  if (link.line === 'refused') return <Turned refusal={link.refusal} />;
  if (!meeting) return <Frame title="Koottam"><Loading what={_('Slow line. Opening the room …')} onAgain={link.again} /></Frame>;
  if (view.waiting || me?.role === 'guest-waiting') return <Waiting />;
  if (meeting.state === 'ended' || meeting.state === 'review') return <Ended />;
  if (meeting.state !== 'live') return <Lobby />;
  if (looked) return <Looked id={looked} />;
  if (me?.told && me.told.run !== now?.run) return <Told />;
  if (!now?.run) return <Between />;
  if (now.report) return <ReportBack report={now.report} />;
  if (isGroupWork(now.kind)) return group ? <Group run={now.run} /> : <Stayed run={now.run} />;
  if (now.kind === 'quiz') return <Quiz run={now.run} />;
  return <Now run={now.run} place={(find(agenda, now.run)?.at ?? 0) + 1} />;
}

/** A missed activity, done after the others. @param {{id: string}} props */
function Looked({ id }) {
  const { agenda } = useRoom();
  const item = find(agenda, id)?.item;
  if (item?.kind === 'quiz') return <Quiz run={id} back />;
  return <Now run={id} back />;
}
