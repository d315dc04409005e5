// @ts-check
/** The day in running order, the promises at its end. */
import { _, ngettext } from '../i18n.js';
import { Banner } from '../shared/Banner.jsx';
import { Value, has, isFilled } from '../shared/Field.jsx';
import { day } from '../shared/day.js';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Kara } from '../shared/Kara.jsx';
import { Item } from './Item.jsx';

/** @param {{review: any, desk: import('../live/desk.js').Desk, me: number, away: boolean, load: () => Promise<boolean>, stored: import('./Item.jsx').Stored}} props */
export function Day({ review, desk, me, away, load, stored }) {
  const { meeting, agenda, items } = review;
  const people = Object.fromEntries((review.people ?? []).map((/** @type {any} */ one) => [one.id, one]));
  const leaves = /** @type {any[]} */ (items.flatMap(leavesOf)).filter((/** @type {any} */ item) => item.state);
  const did = leaves.filter(({ state }) => state === 'answered').length;
  const next = leaves.find(({ state }) => state === 'open' || state === 'unseen')?.id;
  const waiting = desk.waiting();
  const bands = (agenda?.items ?? items).map((/** @type {any} */ one) => ({ minutes: one.minutes, rest: one.kind === 'break', done: isDone(items.find((/** @type {any} */ item) => item.id === one.id) ?? one) ? 1 : 0 }));
  return (
    <div class="room">
      <header class="top">
        <div class="top-row">
          <a class="btn btn-quiet btn-icon" href="/" aria-label={_('Back to the first page')}><Icon name="back" /></a>
          <div class="top-name">{meeting.course ? <small>{meeting.course}</small> : null}<h1>{agenda?.day ? _('Day {d}, looked at again', { d: agenda.day }) : meeting.title}</h1></div>
        </div>
        <Kara items={bands} label={ngettext('{n} activity done, of {m}', '{n} activities done, of {m}', did, { m: leaves.length })} />
        <div class="banners">
          {away ? <Banner look="away" icon="offline" head={_('No line just now.')}>{waiting ? ngettext('{n} answer is kept on this phone and goes by itself.', '{n} answers are kept on this phone and go by themselves.', waiting) : _('You can read what is here. What you write goes when the line is back.')}</Banner> : null}
        </div>
      </header>
      <div class="page page-end">
        <h2 class="read day-title">{agenda?.title ?? meeting.title}</h2>
        <p class="soft">
          {meeting.held_at ? <>{_('Held {day}.', { day: day(meeting.held_at) })} </> : null}
          {ngettext('You did {n} activity of {m}.', 'You did {n} activities of {m}.', did, { m: leaves.length })}
        </p>
        {items.filter((/** @type {any} */ item) => item.kind !== 'break').map((/** @type {any} */ item, /** @type {number} */ i) => (
          <Item key={item.id} {...{ item, desk, me, people, next, load, stored }} number={i + 1} />
        ))}
        <Promises items={items} />
      </div>
    </div>
  );
}

/** @param {any} item @returns {any[]} */
const leavesOf = (item) => (item.children?.length ? item.children : [item]);

/** @param {any} item */
const isDone = (item) => leavesOf(item).every(({ state }) => !state || state === 'answered' || state === 'unfolded');

/** What I promised that day. @param {{items: any[]}} props */
function Promises({ items }) {
  const plans = items.flatMap(leavesOf).filter((item) => item.kind === 'plan' && Object.values(item.mine ?? {}).some(isFilled));
  if (!plans.length) return null;
  return (
    <section class="part stack">
      <h2>{_('My promises')}</h2>
      {plans.map((item) => (
        <div class="note" key={item.id}>
          {item.task.fields.filter((/** @type {any} */ field) => has(field.key, item.mine)).map((/** @type {any} */ field) => (
            <div key={field.key}><p class="lead-in"><Html as="span" html={field.html} /></p><p class="read kept"><Value field={field} cells={item.mine} /></p></div>
          ))}
        </div>
      ))}
    </section>
  );
}
