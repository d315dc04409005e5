// @ts-check
/** How groups are to be made: how many, and by which rule. The button below makes them; only trainers see the result. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { presenceOf, trainees, useConsole } from './context.js';
import { kindWord } from './words.js';

/** @typedef {{how: string, by?: string, size?: number[], count?: number}} Wish */

const SMALLEST = 2;
const LARGEST = 12; // more than a dozen is a class again
const MOST_GROUPS = 20;

/** The first wish: as the author wrote it, else the groups of before. @param {any} options @param {boolean} before @returns {Wish} */
export function wishOf(options, before) {
  const { how = before ? 'last' : 'mixed', by = 'district' } = options?.assign ?? {};
  return how === 'mixed' ? { how, by } : { how }; // without size or number the server goes by the course
}

/** @param {{work: import('./views.js').Item}} props */
export function Maker({ work }) {
  const { parts, people, wish, setWish } = useConsole();
  const all = trainees(people).filter((person) => parts.presence?.[person.id] && presenceOf(parts, person.id) !== 'off').length;
  const hows = [
    { how: 'mixed', words: _('Mixed by district'), help: _('Neighbours part, each group hears other places.') },
    { how: 'random', words: _('By lot'), help: '' },
    { how: 'new-partners', words: _('New partners'), help: _('With whom they have not worked yet, over all days.') },
    { how: 'last', words: _('As last time'), help: '' },
    { how: 'hand', words: _('By hand'), help: _('Empty groups, and you place everybody.') },
  ];
  const unit = wish.count ? 'count' : wish.size ? 'size' : 'course';
  /** @param {string} how */
  const choose = (how) => setWish({ ...wish, how, by: how === 'mixed' ? 'district' : undefined });
  return (
    <div class="maker">
      <p class="soft small">{kindWord(work)} · {ngettext('{n} person is here', '{n} people are here', all)}</p>
      <h2 class="h-pane">{_('Groups for: {title}', { title: work.title })}</h2>
      <fieldset class="part">
        <legend class="lead-in">{_('How large')}</legend>
        <label class="choice"><input type="radio" name="unit" checked={unit === 'course'} onChange={() => setWish({ ...wish, size: undefined, count: undefined })} /><span>{_('As the course plans it')}</span></label>
        <label class="choice"><input type="radio" name="unit" checked={unit === 'size'} onChange={() => setWish({ ...wish, count: undefined, size: [5, 6] })} /><span>{_('By size')}</span></label>
        <label class="choice"><input type="radio" name="unit" checked={unit === 'count'} onChange={() => setWish({ ...wish, size: undefined, count: Math.max(2, Math.round(all / 5.5)) })} /><span>{_('By number')}</span></label>
        {wish.size ? <Stepper name={_('People in a group')} value={wish.size[0]} shown={_('{n} or {m}', { n: wish.size[0], m: wish.size[0] + 1 })} least={SMALLEST} most={LARGEST} onChange={(n) => setWish({ ...wish, size: [n, n + 1] })} /> : null}
        {wish.count ? <Stepper name={_('Number of groups')} value={wish.count} shown={String(wish.count)} least={1} most={MOST_GROUPS} onChange={(n) => setWish({ ...wish, count: n })} /> : null}
      </fieldset>
      <fieldset class="part">
        <legend class="lead-in">{_('Who with whom')}</legend>
        {hows.map(({ how, words, help }) => (
          <label class="choice" key={how}>
            <input type="radio" name="how" checked={wish.how === how} onChange={() => choose(how)} />
            <span>{words}{help ? <small class="soft block">{help}</small> : null}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft small part"><Icon name="hidden" class="inline" /> {_('You look at the groups first. Nobody else sees them until you tell them.')}</p>
    </div>
  );
}

/** @param {{name: string, value: number, shown: string, least: number, most: number, onChange: (n: number) => void}} props */
function Stepper({ name, value, shown, least, most, onChange }) {
  return (
    <div class="counter">
      <span class="grow">{name}</span>
      <button type="button" class="btn btn-icon" aria-label={_('{what}: one less', { what: name })} aria-disabled={value <= least} onClick={() => value > least && onChange(value - 1)}><Icon name="minus" /></button>
      <output class="counter-wide">{shown}</output>
      <button type="button" class="btn btn-icon" aria-label={_('{what}: one more', { what: name })} aria-disabled={value >= most} onClick={() => value < most && onChange(value + 1)}><Icon name="plus" /></button>
    </div>
  );
}
