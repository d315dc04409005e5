// @ts-check
/** The only question the console asks: ending the day cannot be undone by one tap, for review opens to everybody. */
import { Icon } from '../shared/Icon.jsx';
import { _, ngettext } from '../i18n.js';
import { useConsole } from './context.js';
import { Dialog } from './Dialog.jsx';
import { isOpen } from './step.js';

export function EndDialog() {
  const { parts, agenda, show, act } = useConsole();
  const runs = parts.runs ?? {};
  const left = (agenda?.items ?? []).filter((item) => (runs[item.id]?.phase ?? 'ready') === 'ready').length;
  const open = (agenda?.items ?? []).find((item) => isOpen(runs[item.id]));
  const end = async () => {
    if (await act('end')) show(null);
  };
  return (
    <Dialog title={_('End the day?')} onClose={() => show(null)}>
      <ul class="dots stack">
        {open ? <li>{_('{title} is still open. It is closed with the day, and its answers are kept.', { title: open.title })}</li> : null}
        {left ? <li>{ngettext('{n} activity was not opened. It can be done in review.', '{n} activities were not opened. They can be done in review.', left)}</li> : null}
        <li>{_('Review opens for everybody. Answers that are still on phones come in later.')}</li>
      </ul>
      <div class="row wrap">
        <button type="button" class="btn btn-main grow" onClick={end}><Icon name="tick" />{_('End the day')}</button>
        <button type="button" class="btn" onClick={() => show(null)}>{_('Not yet')}</button>
      </div>
    </Dialog>
  );
}
