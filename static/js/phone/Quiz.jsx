// @ts-check
/** Questions: one by one as the trainer opens them, or all at once, one's own way through them. */
import { useEffect, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { Icon } from '../shared/Icon.jsx';
import { Frame } from './Frame.jsx';
import { Missed } from './Missed.jsx';
import { Activity, Quiet } from './Now.jsx';
import { find, isOver, useRoom } from './room.js';
import { kindWord } from './words.js';

/** @param {{run: string, back?: boolean}} props */
export function Quiz({ run: id, back }) {
  const { view, agenda, desk } = useRoom();
  const quiz = find(agenda, id)?.item;
  const ids = quiz?.children?.map((child) => child.id) ?? Object.keys(view.runs ?? {}).filter((run) => run !== id);
  const known = ids.filter((child) => view.runs?.[child]);
  const open = known.filter((child) => !isOver(view.runs[child]));
  const led = view.now?.run === id ? view.now.item : null;
  const several = open.length > 1;
  const latest = [...known].sort((a, b) => Date.parse(view.runs[b].opened_at) - Date.parse(view.runs[a].opened_at))[0];
  const [own, setOwn] = useState(/** @type {string | null} */ (null));
  useEffect(() => setOwn(null), [led]);
  const sent = (/** @type {string} */ child) => {
    const words = Object.values(desk.states(child, view.answers?.[child])); // gaps and pairs have several
    return words.length > 0 && words.every(({ state }) => state !== 'draft');
  };
  const item = (own && known.includes(own) ? own : null) ?? (several ? open.find((child) => !sent(child)) ?? open[0] : led ?? latest);
  useEffect(() => {
    if (several && item && !own) setOwn(item); // an answer that was sent stays before one's eyes until one goes on
  }, [several, item, own]);
  if (!item) return <Frame title={quiz?.title || kindWord('quiz')} run={id} back={back}><Missed /><Quiet /></Frame>;
  const place = ids.indexOf(item);
  const next = open.find((child, i) => !sent(child) && child !== item && (ids.indexOf(child) > place || i === 0));
  const after = several && next
    ? <button type="button" class="btn btn-main btn-thumb grow" onClick={() => setOwn(next)}>{_('Next question')}<Icon name="next" /></button>
    : null;
  const title = _('Question {n} of {m}', { n: place + 1, m: ids.length });
  return (
    <Frame title={title} over={quiz?.title || kindWord('quiz')} run={item} back={back} after={after} said={title}>
      {back ? null : <Missed />}
      {several ? (
        <nav class="pager" aria-label={_('Questions')}>
          {open.map((child) => (
            <button key={child} type="button" class={`btn${sent(child) ? ' btn-sent' : ''}`} aria-current={child === item ? 'step' : undefined} onClick={() => setOwn(child)}>
              {ids.indexOf(child) + 1}{sent(child) ? <><Icon name="tick" /><span class="unseen">{_('answered')}</span></> : null}
            </button>
          ))}
        </nav>
      ) : null}
      <Activity key={item} id={item} next={place + 1 < ids.length ? <p class="dock-word grow">{_('The next question comes in a moment.')}</p> : undefined} />
    </Frame>
  );
}
