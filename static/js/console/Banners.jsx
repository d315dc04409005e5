// @ts-check
/** What is true for the whole console now: no line, or the other trainer's line lost. */
import { useState } from 'preact/hooks';
import { Banner } from '../shared/Banner.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { _ } from '../i18n.js';
import { presenceOf, useConsole } from './context.js';
import { Name } from './Name.jsx';
import { standingWord } from './words.js';

export function Banners() {
  const { online, parts } = useConsole();
  const lost = useLost();
  return (
    <div class="banners">
      {online ? null : (
        <Banner look="away" icon="offline" head={_('No line just now.')}>{_('Timers and groups go on. What you see here may be old.')}</Banner>
      )}
      {parts.meeting?.read_only ? <Banner look="soon" icon="closed" head={_('Nothing can be stored just now.')}>{_('Answers wait on the phones. Tell who looks after the server.')}</Banner> : null}
      {online ? lost : null}
      {online ? <Newer /> : null}
    </div>
  );
}

/** The other trainers have no line any more: say so, once for each time. */
function useLost() {
  const { parts, people, me, go, setLook } = useConsole();
  const [taken, setTaken] = useState('');
  if (parts.meeting?.state !== 'live') return null;
  const leads = (parts.meeting.lead_names ?? []).filter((id) => id !== me && people.has(id));
  const gone = leads.filter((id) => parts.presence?.[id] && presenceOf(parts, id) === 'off');
  const key = gone.map((id) => `${id}${parts.presence?.[id]?.since}`).join();
  const taking = () => {
    setTaken(key);
    setLook(null);
    go('now');
  };
  if (!gone.length || gone.length < leads.length || taken === key) return null;
  return (
    <Banner look="away" icon="offline" act={<button type="button" class="btn btn-line" onClick={taking}>{_('I lead')}</button>}>
      <Sentence text={_('{who}’s line is lost. Timers and groups go on. Take the lead?')} who={<b class="inline-b"><Name id={gone[0]} short /></b>} />
    </Banner>
  );
}

/** The day was published anew: take it for what is not yet opened, or go on as it is. It can be undone. */
function Newer() {
  const { parts, act } = useConsole();
  const [later, setLater] = useState('');
  const newer = parts.newer;
  if (!newer || later === newer.content) return null;
  const take = (
    <span class="row wrap">
      <button type="button" class="btn btn-line" onClick={() => act('take_version', { content: newer.content })}>{_('Take it')}</button>
      <button type="button" class="btn btn-quiet" onClick={() => setLater(newer.content)}>{_('Not now')}</button>
    </span>
  );
  return (
    <Banner look="soon" icon="agenda" head={_('This day has a newer version.')}>
      {_('Take it for what is not yet opened? What was opened stays as it is.')}
      {newer.changes.length ? <small class="block">{newer.changes.map((one) => `${one.title || one.id}: ${standingWord(one.standing)}`).join(' · ')}</small> : null}
      {take}
    </Banner>
  );
}

/** Why the last act was not done, beside the button that was tapped. It stays until it is seen or the next act succeeds. @param {{said: string}} props */
export function Refused({ said }) {
  const { tell } = useConsole();
  return (
    <div role="alert">
      {said ? (
        <div class="banner banner-soon">
          <p>{said}</p>
          <button type="button" class="btn btn-line" onClick={() => tell('')}>{_('Seen')}</button>
        </div>
      ) : null}
    </div>
  );
}
