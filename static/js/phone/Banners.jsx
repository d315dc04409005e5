// @ts-check
/** What is true for the whole page now, at most two at a time, the most urgent first. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { Banner } from '../shared/Banner.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Name, groupName } from '../shared/Name.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { useLeft } from '../shared/use-left.js';
import { useRoom } from './room.js';
import { unsentFields } from './use-sheet.js';

const SHOWN = 4_000; // ms "the line is back" stays
const SEEN = 5_000; // ms a word lies open before its reader counts as having seen it
const LONG = 240; // s: shorter activities are not warned at two minutes

/** @param {{run: string | null | undefined}} props */
export function Banners({ run }) {
  const { refusal, view } = useRoom();
  const all = [
    <Word key="word" />, <Line key="line" />, useSoon(run), usePaused(run), useMoved(),
    refusal && <Banner key="refused" look="call" icon="not" head={refusal.why}>{_('This is how it stands now.')}</Banner>,
    view.meeting?.read_only && <Banner key="shut" look="call" icon="queued">{_('The server cannot store anything just now. What you write is kept on this phone.')}</Banner>,
    view.meeting?.led === false && view.meeting.state === 'live' && (
      <Banner key="alone" look="still" icon="people">{_('No trainer has a line just now. Timers and groups go on.')}</Banner>
    ),
  ].filter(Boolean);
  return <div class="banners">{all}</div>;
}

/** Offline, and the line's return with what has arrived. */
function Line() {
  const { away, desk, link } = useRoom();
  const waiting = desk.waiting() + unsentFields();
  const [back, setBack] = useState(/** @type {number | null} */ (null)); // how many were kept when the line came back
  const was = useRef({ away: false, kept: 0 });
  if (away) was.current = { away: true, kept: waiting };
  useEffect(() => {
    if (away || !was.current.away || link.line !== 'live') return;
    setBack(was.current.kept);
    was.current.away = false;
  }, [away, link.line]);
  const all = back !== null && waiting === 0;
  useEffect(() => {
    if (!all) return undefined;
    const timer = setTimeout(() => setBack(null), SHOWN);
    return () => clearTimeout(timer);
  }, [all]);
  if (away) {
    return (
      <Banner look="away" icon="offline" head={_('No line just now. Keep writing.')}>
        {waiting ? ngettext('{n} answer is kept on this phone and goes by itself.', '{n} answers are kept on this phone and go by themselves.', waiting) : _('What you write is kept on this phone and goes by itself.')}
      </Banner>
    );
  }
  if (back === null) return null;
  return (
    <Banner look="back" icon="received" head={_('The line is back.')}>
      {back === 0 ? null
        : all ? ngettext('Your answer has arrived.', 'All {n} answers have arrived.', back)
        : _('{k} of {n} answers have arrived.', { k: Math.max(0, back - waiting), n: back })}
    </Banner>
  );
}

/** A trainer's word, over the sheet, until it is put away. */
function Word() {
  const { view, people, act } = useRoom();
  const word = view.word;
  const [gone, setGone] = useState(/** @type {number | null} */ (null));
  const told = useRef(/** @type {number | null} */ (null));
  const seen = () => {
    if (word && told.current !== word.id) {
      told.current = word.id;
      act({ type: 'seen_word', word: word.id });
    }
  };
  // Seen is told when it is put away. Whoever leaves it open has it before her eyes.
  const [kept, keepWord] = useState(word);
  useEffect(() => {
    if (word) keepWord(word);
    else if (told.current === null) keepWord(null); // taken back by the trainer
  }, [word]);
  useEffect(() => {
    if (!word) return undefined;
    const timer = setTimeout(() => document.visibilityState !== 'hidden' && seen(), SEEN);
    return () => clearTimeout(timer);
  }, [word?.id]);
  const shown = word ?? (told.current === kept?.id ? kept : null);
  if (!shown || gone === shown.id) return null;
  return (
    <Banner
      look="word" icon="say"
      head={<Sentence text={_('{name} says')} name={<Name of={shown.from} people={people} />} />}
      act={<button type="button" class="btn btn-icon" aria-label={_('I have read it')} onClick={() => { seen(); setGone(shown.id); }}><Icon name="tick" /></button>}
    >
      {shown.text}
    </Banner>
  );
}

/** Two minutes and thirty seconds before the end. @param {string | null | undefined} id */
function useSoon(id) {
  const { view, agenda } = useRoom();
  const run = id ? view.runs?.[id] : null;
  const open = run?.phase === 'open';
  const left = useLeft(open ? run.ends_at : null, null, undefined, [120, 30, 0]);
  const whole = (agenda?.items.find((item) => item.id === id)?.minutes ?? 0) * 60;
  if (!open || left === null || left > 120 || whole <= LONG) return null;
  if (left <= 0) {
    if (run.end !== 'none' && run.end !== 'nudge') return null;
    return <Banner key="soon" look="soon" icon="clock">{_('Time is over. End your sentence; the trainer goes on soon.')}</Banner>;
  }
  if (left <= 30) return <Banner key="last" look="soon" icon="clock" head={_('30 seconds left.')}>{_('What you have written counts.')}</Banner>;
  return <Banner key="soon" look="soon" icon="clock" head={_('Two minutes left.')}>{_('What you have written counts.')}</Banner>;
}

/** @param {string | null | undefined} id */
function usePaused(id) {
  const { view, people } = useRoom();
  const run = id ? view.runs?.[id] : null;
  if (run?.phase !== 'paused') return null;
  return (
    <Banner key="paused" look="soon" icon="pause">
      {run.touched_by != null && people[run.touched_by]
        ? <Sentence text={_('Paused by {name}. Your time waits.')} name={<Name of={run.touched_by} people={people} />} />
        : _('Paused. Your time waits.')}
    </Banner>
  );
}

/** "You are now in group 5." */
function useMoved() {
  const { view } = useRoom();
  const here = view.group?.id;
  const last = view.old?.length ? view.old[view.old.length - 1] : null;
  const [read, setRead] = useState('');
  if (!here || !last || read === here) return null;
  return (
    <Banner key="moved" look="still" icon="move" act={<button type="button" class="btn btn-icon btn-quiet" aria-label={_('I have read it')} onClick={() => setRead(here)}><Icon name="tick" /></button>}>
      {_('You are now in {here}. The sheet of {there} stays here to read.', { here: groupName(here).toLowerCase(), there: groupName(last.group).toLowerCase() })}
    </Banner>
  );
}
