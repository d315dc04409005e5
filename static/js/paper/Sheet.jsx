// @ts-check
/** One sheet: whose it is, and then each activity on it as a phone shows it. */
import { kinds as faces } from 'koottam:kinds/Trainee';
import { useEffect, useState } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { Banner } from '../shared/Banner.jsx';
import { Place } from '../shared/Dock.jsx';
import { isFilled } from '../shared/Field.jsx';
import { Icon } from '../shared/Icon.jsx';
import { groupName } from '../shared/Name.jsx';
import { kindWord } from '../phone/words.js';

/** @typedef {import('../live/desk.js').Kept} Kept */
/** @typedef {{run: string, kind: string, title: string, open: boolean, task: any, authors: string[], written: {[who: string]: Kept}}} Task */
/** @typedef {{code: string, title: string, people: import('../shared/Name.jsx').Person[], tasks: Task[]}} Loaded */

const IN_HAND = ['worksheet', 'plan']; // their task is long, and the trainer has it on paper before her

/** @param {{sheet: Loaded, desk: import('../live/desk.js').Desk, me: number, stored: Map<string, Kept>, leave: () => void}} props */
export function Sheet({ sheet, desk, me, stored, leave }) {
  const [who, choose] = useState(/** @type {string | null} */ (null));
  const people = Object.fromEntries(sheet.people.map((one) => [one.id, one]));
  const authors = [...new Set(sheet.tasks.flatMap((task) => task.authors))];
  const next = who && authors[authors.indexOf(who) + 1];
  const kept = (/** @type {Task} */ task, /** @type {string} */ whose) => ({ ...task.written[whose], ...stored.get(`${task.run} ${whose}`) });
  const filled = (/** @type {string} */ whose) => sheet.tasks.filter((task) => Object.values(kept(task, whose)).some(({ v }) => isFilled(v))).length;
  const name = (/** @type {string} */ whose) => (whose.startsWith('p') ? people[Number(whose.slice(1))] : undefined);
  const waiting = desk.waiting();
  useEffect(() => scrollTo(0, 0), [who]);
  const isOpen = sheet.tasks.some((task) => task.open);
  return (
    <div class="room">
      <header class="top">
        <div class="top-row">
          <button type="button" class="btn btn-quiet btn-icon" aria-label={who ? _('Back to the names') : _('Another sheet')} onClick={() => (who ? choose(null) : leave())}><Icon name="back" /></button>
          <div class="top-name"><small><span class="num">{sheet.code}</span> · {sheet.title}</small><h1 lang={who ? name(who)?.lang : undefined}>{who ? name(who)?.name ?? groupName(who) : _('Whose sheet is it?')}</h1></div>
        </div>
        <div class="banners">
          {waiting ? <Banner look="away" icon="queued" head={ngettext('{n} entry is kept here and goes by itself.', '{n} entries are kept here and go by themselves.', waiting)}>{''}</Banner> : null}
        </div>
      </header>
      <main class="page page-end stack">
        {isOpen ? <p class="note">{_('This activity is still open, and people write on their phones. Close it first; then enter what came on paper.')}</p> : null}
        {who ? (
          <>
            {sheet.tasks.map((task) => <One key={`${task.run} ${who}`} {...{ task, who, desk, me, people }} kept={kept(task, who)} />)}
            <button type="button" class="btn btn-main btn-wide" onClick={() => choose(next || null)}>
              {next ? <>{_('Next sheet:')} <span lang={name(next)?.lang}>{name(next)?.name ?? groupName(next)}</span></> : _('All sheets')}
            </button>
          </>
        ) : (
          <ul class="list">
            {authors.map((one) => {
              const n = filled(one);
              return (
                <li key={one}>
                  <button type="button" class="item" onClick={() => choose(one)}>
                    <span class="grow" lang={name(one)?.lang}>{name(one)?.name ?? groupName(one)}</span>
                    {n ? <><span class="soft small">{sheet.tasks.length > 1 ? _('{n} of {m}', { n, m: sheet.tasks.length }) : _('entered')}</span><Icon name="tick" /></> : null}
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </main>
    </div>
  );
}

/** Paper holds no photo, and words instead of a voice. @param {import('../shared/Field.jsx').FieldTask[]} fields */
const ofPaper = (fields) => fields.filter(({ field }) => field !== 'photo').map((one) => (one.field === 'voice' ? { ...one, field: 'long', args: ['3'] } : one));

/** @param {{task: Task, who: string, desk: import('../live/desk.js').Desk, me: number, people: any, kept: any}} props */
function One({ task, who, desk, me, people, kept }) {
  const run = `${task.run} ${who}`;
  const Face = faces[task.kind];
  const byPhone = Object.values(kept).some(({ scribe }) => scribe == null);
  if (!Face) return null;
  return (
    <section class="sheet stack">
      <p class="lead-in">{kindWord(task.kind)}</p>
      {byPhone ? <p class="note">{_('Something here was written on a phone. That stays as it is; you can fill in the rest.')}</p> : null}
      <Place.Provider value={{ inline: true }}>
        <Face
          run={run} task={IN_HAND.includes(task.kind) ? { ...task.task, prompt: '', fields: ofPaper(task.task.fields) } : task.task} cells={desk.cells(run, kept)} states={desk.states(run, kept)} open={!task.open} people={people} me={me}
          tally={undefined} sheet={undefined} forget={desk.outbox.forget}
          put={(/** @type {string} */ cell, /** @type {any} */ value, /** @type {number | undefined} */ at) => void desk.put(run, cell, value, at)}
          draft={(/** @type {string} */ cell, /** @type {any} */ value, /** @type {boolean | undefined} */ itself) => desk.draft(run, cell, value, itself)}
        />
      </Place.Provider>
    </section>
  );
}
