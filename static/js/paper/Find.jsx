// @ts-check
/** Which sheet: its code is typed as it stands at the top of the paper, or the sheet is chosen from those of the day. */
import { useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { Icon } from '../shared/Icon.jsx';

/** @typedef {{code: string, title: string, hand: 'person' | 'pair' | 'group'}} Listed */

/** @param {{sheets: Listed[], choose: (code: string) => void, title: string, back: string}} props */
export function Find({ sheets, choose, title, back }) {
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState('');
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    const code = typed.trim().toUpperCase();
    if (sheets.some((one) => one.code === code)) return choose(code);
    setWrong(code ? _('No sheet of this day has the code {code}. Look at the top of the paper.', { code }) : _('Type the four letters at the top of the paper.'));
  };
  return (
    <div class="room">
      <header class="top">
        <div class="top-row">
          <a class="btn btn-quiet btn-icon" href={back} aria-label={_('Back to the console')}><Icon name="back" /></a>
          <div class="top-name"><small>{title}</small><h1>{_('From paper')}</h1></div>
        </div>
      </header>
      <main class="page page-end stack">
        <form class="stack" onSubmit={open} noValidate>
          <label class="field">
            <span class="field-name">{_('Code of the sheet')}</span>
            <span class="field-help">{_('Four letters at the top of the paper.')}</span>
            <input class="input input-number code" value={typed} maxLength={6} autocomplete="off" autocapitalize="characters" spellcheck={false}
              aria-invalid={wrong ? 'true' : undefined} aria-describedby="wrong" onInput={(event) => { type(event.currentTarget.value); setWrong(''); }} />
          </label>
          <p class="state state-failed" id="wrong" role="status">{wrong ? <><Icon name="not" /><span>{wrong}</span></> : null}</p>
          <button class="btn btn-main btn-wide">{_('Open the sheet')}</button>
        </form>
        <h2 class="h-small">{_('The sheets of this day')}</h2>
        <ul class="list">
          {sheets.map((one) => (
            <li key={one.code}>
              <button type="button" class="item" onClick={() => choose(one.code)}>
                <b class="code">{one.code}</b><span class="grow">{one.title}</span>
                <Icon name={one.hand === 'person' ? 'pen' : 'people'} />
              </button>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
