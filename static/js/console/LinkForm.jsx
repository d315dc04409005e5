// @ts-check
/** The address of the call (Zoom, Teams, Meet) for everybody. */
import { useState } from 'preact/hooks';
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { useConsole } from './context.js';

export function LinkForm() {
  const { parts, post, meeting } = useConsole();
  const url = parts.meeting?.link ?? '';
  const [text, setText] = useState(url);
  const [kept, setKept] = useState(false);
  /** @param {Event} event */
  const save = async (event) => {
    event.preventDefault();
    setKept(await post(`/m/${meeting}/link`, { url: text.trim() }));
  };
  return (
    <form class="part" onSubmit={save}>
      <label class="field-name" for="call-link">{_('Link of the call')}</label>
      <p class="field-help" id="call-link-help">{_('Paste the link from Zoom, Teams or Meet. Empty takes it away.')}</p>
      <div class="row">
        <input class="input grow" id="call-link" type="url" inputMode="url" autocomplete="off" value={text} placeholder="https://" aria-describedby="call-link-help" onInput={(event) => { setText(event.currentTarget.value); setKept(false); }} />
        <button type="submit" class="btn"><Icon name="keep" />{_('Keep')}</button>
      </div>
      <p class="small soft" role="status">{kept ? _('Kept. Everybody sees it now.') : ''}</p>
    </form>
  );
}
