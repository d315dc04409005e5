// @ts-check
/** A word to everybody or to some groups. It lies over their sheets, and we see how many have seen it. */
import { useState } from 'preact/hooks';
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { openGroups, useConsole } from './context.js';
import { Dialog } from './Dialog.jsx';
import { GroupName, langOf } from './Name.jsx';

const LONGEST = 280; // what fits over a sheet at 360 px without hiding the field

/** @param {{groups?: string[]}} props */
export function WordDialog({ groups: chosen = [] }) {
  const { parts, show, act } = useConsole();
  const groups = openGroups(parts);
  const [text, setText] = useState('');
  const [to, setTo] = useState(() => new Set(chosen));
  const [empty, setEmpty] = useState(false);
  const ready = [_('Ten minutes left.'), _('Five minutes left. Write down what you have.'), _('Please come back to the call.')];
  /** @param {string} id */
  const turn = (id) => setTo((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])));
  /** @param {Event} event */
  const send = async (event) => {
    event.preventDefault();
    if (!text.trim()) return setEmpty(true);
    if (await act('say', { text: text.trim(), groups: to.size ? [...to] : null })) show(null);
    return undefined;
  };
  return (
    <Dialog title={_('A word')} onClose={() => show(null)}>
      <form class="stack" onSubmit={send}>
        <div class="row wrap">
          {ready.map((words) => <button type="button" class="btn btn-line" key={words} onClick={() => setText(words)}>{words}</button>)}
        </div>
        <div class="field">
          <label class="field-name" for="word">{_('What do you want to tell them?')}</label>
          <textarea class="input" id="word" rows={3} maxLength={LONGEST} value={text} aria-describedby={empty ? 'word-empty' : undefined} onInput={(event) => { setText(event.currentTarget.value); setEmpty(false); }} />
          {empty ? <p class="state state-failed" id="word-empty">{_('Write or choose the words first.')}</p> : null}
        </div>
        {groups.length ? (
          <fieldset>
            <legend class="lead-in">{_('To whom')}</legend>
            <div class="chosen">
              <label class="choice"><input type="checkbox" checked={!to.size} onChange={() => setTo(new Set())} />{_('Everybody')}</label>
              {groups.map((group) => (
                <label class="choice" key={group.id}><input type="checkbox" checked={to.has(group.id)} onChange={() => turn(group.id)} /><GroupName id={group.id} name={group.name} /></label>
              ))}
            </div>
          </fieldset>
        ) : null}
        <button type="submit" class="btn btn-main btn-wide"><Icon name="say" />{_('Tell them')}</button>
      </form>
    </Dialog>
  );
}

/** The last word that was said, how many have seen it, and the way to take it back. */
export function Words() {
  const { parts, act } = useConsole();
  const word = (parts.words ?? []).at(-1);
  if (!word) return null;
  return (
    <div class="note note-own row wrap apart word-last">
      <span class="grow">
        <span lang={langOf(word.text)}>“{word.text}”</span>
        <small class="soft word-seen">{word.seen ? _('Seen by {n} of {m}', { n: word.seen[0], m: word.seen[1] }) : null}</small>
      </span>
      <button type="button" class="btn btn-quiet" onClick={() => act('retract', { word: word.id })}>{_('Take back')}</button>
    </div>
  );
}
