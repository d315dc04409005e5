// @ts-check
/** What an activity takes over from an earlier one, to be looked through: what is left out, what is said in other words. */
import { useState } from 'preact/hooks';
import { Html, plain } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { useConsole } from './context.js';
import { Dialog } from './Dialog.jsx';
import { GroupName, langOf, Name } from './Name.jsx';

/** @import { Taken } from './views.js' */

const LONGEST = 300; // characters the server takes

/** @param {{run: string}} props */
export function Taking({ run }) {
  const { parts } = useConsole();
  const taking = parts.taking?.[run];
  if (!taking) return null;
  const { things, title, takes, settled } = taking;
  const shown = things.filter((thing) => !thing.out).length;
  const head = takes === 'sheets'
    ? ngettext('{k} of {n} sheet from: {title}', '{k} of {n} sheets from: {title}', things.length, { k: shown, title })
    : ngettext('{k} of {n} card from: {title}', '{k} of {n} cards from: {title}', things.length, { k: shown, title });
  const list = things.length ? <ul class="list">{things.map((thing) => <Thing key={thing.key} run={run} thing={thing} takes={takes} settled={settled} />)}</ul> : null;
  if (settled) {
    return <details class="fold part"><summary><Icon name="keep" />{head}<Icon name="down" /></summary>{list}</details>;
  }
  return (
    <section class="part stack">
      <h3>{head}</h3>
      <p class="soft small">
        {!things.length ? _('Nothing has been written there yet.')
          : takes === 'sheets' ? _('Only you see this. Leave out what should not hang on the wall, then open.')
          : _('Only you see this. Leave out what does not fit, mend the words, then open.')}
      </p>
      {list}
    </section>
  );
}

/** @param {{run: string, thing: Taken, takes: string, settled: boolean}} props */
function Thing({ run, thing, takes, settled }) {
  const { act, show } = useConsole();
  const words = plain(thing.html);
  const facts = [
    thing.votes ? ngettext('{n} dot', '{n} dots', thing.votes) : null,
    thing.reworded ? _('in your words') : null,
  ].filter(Boolean).join(' · ');
  return (
    <li class="row">
      <label class="choice choice-bare grow">
        <input type="checkbox" checked={!thing.out} onChange={() => act('take_out', { run, key: thing.key, out: !thing.out })} />
        <span>
          {takes === 'sheets' ? <b><By who={thing.key} /></b> : null}
          <span class={`read ${takes === 'sheets' ? 'block soft' : ''}`} lang={langOf(words)}>{thing.html ? <Html as="span" html={thing.html} /> : _('no words yet')}</span>
          {takes === 'cards' && (thing.by.length || facts) ? <small class="soft block">{thing.by.map((who, i) => <span key={who}>{i ? ', ' : ''}<By who={who} /></span>)}{thing.by.length && facts ? ' · ' : ''}{facts}</small> : null}
        </span>
      </label>
      {takes === 'cards' && !settled ? (
        <button type="button" class="btn btn-quiet" onClick={() => show(<Reword run={run} name={thing.key} words={words} reworded={thing.reworded} />)}>
          <Icon name="pen" /><span class="unseen">{_('Other words for: {words}', { words })}</span>
        </button>
      ) : null}
    </li>
  );
}

/** A person or a group. @param {{who: string}} props */
const By = ({ who }) => (who[0] === 'g' ? <GroupName id={who} /> : <Name id={Number(who.slice(1))} short />);

/** @param {{run: string, name: string, words: string, reworded: boolean}} props */
function Reword({ run, name, words, reworded }) {
  const { act, show } = useConsole();
  const [text, set] = useState(words);
  const keep = async (/** @type {string} */ said) => { if (await act('reword', { run, key: name, text: said })) show(null); };
  return (
    <Dialog title={_('Other words')} onClose={() => show(null)}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void keep(text); }}>
        <label class="field-name" for="reword">{_('What the class will read')}</label>
        <textarea id="reword" class="input read" rows={3} maxLength={LONGEST} value={text} onInput={(event) => set(event.currentTarget.value)} />
        <p class="soft small">{_('On the board it stays as it was written.')}</p>
        <p class="row wrap">
          <button type="submit" class="btn btn-main" aria-disabled={!text.trim() || undefined}>{_('Keep')}</button>
          {reworded ? <button type="button" class="btn btn-quiet" onClick={() => keep('')}><Icon name="undo" />{_('As it was written')}</button> : null}
        </p>
      </form>
    </Dialog>
  );
}
