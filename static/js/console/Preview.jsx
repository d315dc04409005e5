// @ts-check
/**
 * Groups before they are told: tap a person, she is in your hand; tap a group, she is in it. No dragging.
 *
 * Who was placed by hand keeps her place when the rest is mixed again (a pin); the pin can be taken out.
 */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { trainees, useConsole } from './context.js';
import { GroupList } from './Board.jsx';
import { GroupName, Name } from './Name.jsx';
import { find } from './step.js';

/** @import { Group, Item } from './views.js' */

/** @param {{work: Item}} props */
export function Preview({ work }) {
  const { parts, agenda, people, act, hand, setHand, pins, wish } = useConsole();
  const preview = parts.groups?.preview;
  const held = hand && people.has(hand) ? hand : null;
  const placed = useRef(/** @type {number|null} */ (null));
  useEffect(() => { // the button that was tapped is gone: the keyboard goes on where the person is now
    if (placed.current) document.getElementById(`token-${placed.current}`)?.focus({ preventScroll: true });
    placed.current = null;
  }, [preview]);
  useEscape(() => setHand(null));
  if (!preview) return null;
  const all = trainees(people);
  const unplaced = preview.unplaced ?? [];
  const asked = all.length - (preview.absent ?? []).length; // who has not come yet is placed by rule when she comes
  const sizes = preview.groups.map((group) => group.members.length);
  const kept = new Set([...(preview.pins ?? []).filter((id) => !pins.off.has(id)), ...pins.on]);
  const again = () => {
    setHand(null);
    act('preview', { run: work.id, ...wish, pins: [...kept] });
  };
  /** @param {string|null} group */
  const put = (group) => {
    if (!held) return;
    placed.current = held;
    setHand(null);
    act('place', { run: work.id, person: held, group });
  };
  return (
    <>
      <div class="row apart row-top">
        <div class="grow">
          <p class="soft small">{preview.told ? _('They have been told. Not started yet.') : _('Preview. Nobody sees it yet.')}</p>
          <h2 class="h-pane">{ngettext('{n} group of {sizes}', '{n} groups of {sizes}', preview.groups.length, { sizes: sizeWords(sizes) })}</h2>
        </div>
        <button type="button" class="btn btn-line only-wide" onClick={again}><Icon name="again" />{_('Mix again')}</button>
        <button type="button" class="btn btn-line btn-stack only-narrow" onClick={again}><Icon name="again" />{_('Mix again')}</button>
      </div>
      <p class="row wrap rules">
        <span class="chip"><Icon name="people" />{howWord(preview.how)}</span>
        {kept.size ? <span class="chip"><Icon name="pin" />{_('{n} pinned', { n: kept.size })}</span> : null}
        <span class={`chip ${unplaced.length ? 'chip-now' : 'chip-good'}`}>{unplaced.length ? null : <Icon name="tick" />}{_('{n} of {m} placed', { n: asked - unplaced.length, m: asked })}</span>
      </p>
      {(preview.odd ?? []).map((odd) => <p class="note" key={odd.why}>{oddWord(odd, agenda)}</p>)}
      <div class={`groups ${held ? 'groups-hand' : ''}`}>
        {unplaced.length ? <Bucket id={null} members={unplaced} held={held} hold={setHand} put={put} kept={kept} /> : null}
        {preview.groups.map((group) => (
          <Bucket key={group.id} id={group.id} name={group.name} members={group.members} held={held} hold={setHand} put={put} kept={kept} />
        ))}
      </div>
      {held ? null : <p class="soft small">{_('Tap a name to take it in your hand, then tap a group.')}</p>}
      {held ? null : <p><GroupList /></p>}
    </>
  );
}

/**
 * One group, or those in none.
 * @param {{id: string|null, name?: string, members: number[], held: number|null, hold: (id: number|null) => void, put: (group: string|null) => void, kept: Set<number>}} props
 */
function Bucket({ id, name, members, held, hold, put, kept }) {
  const { people } = useConsole();
  const home = held !== null && members.includes(held);
  const target = held !== null && !home;
  const title = id ? <GroupName id={id} name={name} /> : _('In no group');
  return (
    <section class={`group ${target ? 'group-target' : ''} ${home ? 'group-home' : ''}`} aria-label={id ? undefined : _('In no group')}>
      <h3 class="group-head">
        <span class="grow">{title}</span>
        <small>{ngettext('{n} person', '{n} people', members.length)}</small>
        {target ? <button type="button" class="btn btn-quiet put" onClick={() => put(id)}>{_('Put here')}<span class="unseen">: {title}</span></button> : null}
      </h3>
      <ul>
        {members.map((person) => (
          <li key={person}>
            <button type="button" id={`token-${person}`} class={`token ${held === person ? 'token-held' : ''}`} aria-pressed={held === person} onClick={() => hold(held === person ? null : person)}>
              {kept.has(person) ? <><Icon name="pin" /><span class="unseen">{_('pinned')}</span></> : null}
              <span><Name id={person} /></span><small>{people.get(person)?.district ?? ''}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "5 or 6", "5", "4 to 7". @param {number[]} sizes */
function sizeWords(sizes) {
  if (!sizes.length) return '0';
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most) return String(least);
  return most === least + 1 ? _('{n} or {m}', { n: least, m: most }) : _('{n} to {m}', { n: least, m: most });
}

/** What she should know of these groups before she tells them. @param {{why: string, runs?: string[], size?: number[], n?: number}} odd @param {import('./views.js').Agenda|null} agenda */
function oddWord({ why, runs = [], size = [], n = 0 }, agenda) {
  if (why === 'topics') return _('Nobody has: {titles}. There are fewer people than topics.', { titles: runs.map((run) => find(agenda, run)?.item.title || run).join(', ') });
  if (why === 'one-group') return _('One group visits nobody: it writes, then all come together. Make two groups for a visit.');
  return ngettext('{n} person does not make groups of {sizes}, as the course plans them. This comes nearest.', '{n} people do not make groups of {sizes}, as the course plans them. This comes nearest.', n, { n, sizes: sizeWords(size) });
}

/** @param {string} how */
function howWord(how) {
  /** @type {Record<string, string>} */
  const words = { mixed: _('mixed by district'), random: _('by lot'), last: _('as last time'), 'new-partners': _('new partners'), hand: _('by hand') };
  return words[how] ?? how;
}

/** @param {() => void} leave */
function useEscape(leave) {
  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const key = (event) => event.key === 'Escape' && leave();
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [leave]);
}
