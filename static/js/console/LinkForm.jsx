// @ts-check
/** The address of the call (Zoom, Teams, Meet), for everybody or for one group. */
import { useState } from 'preact/hooks';
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { useConsole } from './context.js';

/** @param {{url: string|null|undefined, group?: string}} props */
export function LinkForm({ url, group }) {
  const { post, meeting } = useConsole();
  const id = `call-link-${group ?? 'all'}`;
  const [text, setText] = useState(url ?? '');
  const [kept, setKept] = useState(false);
  /** @param {Event} event */
  const save = async (event) => {
    event.preventDefault();
    setKept(await post(`/m/${meeting}/link`, { url: text.trim(), ...(group ? { group } : {}) }));
  };
  return (
    <form class="part" onSubmit={save}>
      <label class="field-name" for={id}>{group ? _('Link of this group’s call') : _('Link of the call')}</label>
      <p class="field-help" id={`${id}-help`}>{_('Paste the link from Zoom, Teams or Meet. Empty takes it away.')}</p>
      <div class="row">
        <input class="input grow" id={id} type="url" inputMode="url" autocomplete="off" value={text} placeholder="https://" aria-describedby={`${id}-help`} onInput={(event) => { setText(event.currentTarget.value); setKept(false); }} />
        <button type="submit" class="btn"><Icon name="keep" />{_('Keep')}</button>
      </div>
      <p class="small soft" role="status">{kept ? _('Kept. They see it now.') : ''}</p>
    </form>
  );
}
