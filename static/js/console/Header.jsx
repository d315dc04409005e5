// @ts-check
/** The top of the console: which day, who is here, how good the lines are, and the way to the class screen. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { calls, presenceOf, trainees, useConsole } from './context.js';
import { Sentence } from '../shared/Sentence.jsx';
import { Who } from './Name.jsx';
import { clockTime, more } from './words.js';

/** @param {{drift: number}} props */
export function Header({ drift }) {
  const { parts, agenda, people, now, go, tab } = useConsole();
  const meeting = parts.meeting;
  const all = trainees(people);
  const here = all.filter((person) => presenceOf(parts, person.id) !== 'off').length;
  const asked = calls(parts).filter((call) => call.state !== 'attended').length;
  const live = meeting?.state === 'live';
  return (
    <header class="console-top">
      <a class="brand" href="/" aria-label={_('Koottam, to the first page')}><Icon name="koottam" /><span>Koottam</span></a>
      <h1 class="console-name">
        {agenda?.day ? _('Day {n}', { n: agenda.day }) : meeting?.title}{meeting?.cohort ? <> · {meeting.cohort}</> : null}
        <small><span class="num">{clockTime(now())}</span> · <Leads /></small>
      </h1>
      <nav class="views only-wide" aria-label={_('Views')}>
        <View tab="now" at={tab} go={go}><Icon name="play" />{_('Now')}</View>
        <View tab="groups" at={tab} go={go}><Icon name="board" />{_('Groups')}</View>
        <View tab="people" at={tab} go={go}>
          <Icon name="people" /><span><b class="num">{here}</b> {_('of {m} here', { m: all.length })}</span>
        </View>
      </nav>
      <div class="facts">
        {asked ? <a class="chip chip-call" href="#groups" onClick={() => go('groups')}><Icon name="help" />{ngettext('{n} call for help', '{n} calls for help', asked, { n: asked })}</a> : null}
        <Lines />
        {meeting?.link ? <a class="btn btn-line" href={meeting.link} target="_blank" rel="noopener noreferrer"><Icon name="call" />{_('Call')}</a> : null}
        <a class="btn btn-line" href={`/m/${meeting?.id}/screen`} target="koottam-screen"><Icon name="screen" />{_('Class screen')}</a>
      </div>
      <span class="grow only-narrow" />
      <a class="fact only-narrow fact-link" href="#people" onClick={() => go('people')}>
        <Icon name="people" /><b class="num">{here}</b><span class="unseen">{_('of {m} here', { m: all.length })}</span>
      </a>
      {live ? <a class="only-narrow fact-link" href="#agenda" onClick={() => go('agenda')}><span class={`chip num ${drift > 0 ? 'chip-now' : ''}`}>{more(drift)}</span></a> : null}
    </header>
  );
}

/** @param {{tab: string, at: string, go: (tab: string) => void, children: import('preact').ComponentChildren}} props */
function View({ tab, at, go, children }) {
  const here = at === tab || (tab === 'now' && at === 'agenda');
  return <a class="view" href={`#${tab}`} aria-current={here ? 'page' : undefined} onClick={() => go(tab)}>{children}</a>;
}

/** "you lead", "you lead with Ammini". */
function Leads() {
  const { parts, people, me } = useConsole();
  const others = [...people.values()].filter(
    (person) => person.trainer && person.id !== me && presenceOf(parts, person.id) !== 'off',
  );
  if (!others.length) return <>{_('you lead')}</>;
  return (
    <>
      <span class="only-wide"><Sentence text={_('you lead with {who}')} who={<Who id={others[0].id} />} /></span>
      <span class="only-narrow">{_('{n} of you lead', { n: others.length + 1 })}</span>
    </>
  );
}

/** Slow lines, and answers that a phone still holds back. */
function Lines() {
  const { parts } = useConsole();
  const all = Object.values(parts.presence ?? {});
  const slow = all.filter((person) => person.slow && person.s !== 'off').length;
  const kept = all.reduce((sum, person) => sum + (person.kept ?? 0), 0);
  return (
    <>
      {slow ? <span class="fact"><Icon name="slow" /><span><b>{slow}</b> {ngettext('slow line', 'slow lines', slow)}</span></span> : null}
      {kept ? <span class="fact"><Icon name="queued" /><span><b>{kept}</b> {ngettext('answer on the way', 'answers on the way', kept)}</span></span> : null}
    </>
  );
}
