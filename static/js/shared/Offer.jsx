// @ts-check
/** What an earlier sheet offers to an empty field: one tap takes it over, and then it can be changed. */
import { _ } from '../i18n.js';
import { textOf } from './Field.jsx';
import { Icon } from './Icon.jsx';
import { langOf } from './lang.js';

/** @param {{field: import('./Field.jsx').FieldTask, id: string, value: any, from: string, put: (cell: string, value: any) => void}} props */
export function Offer({ field, id, value, from, put }) {
  const words = textOf(value, field);
  const take = () => {
    const area = document.getElementById(id);
    if (!(area instanceof HTMLTextAreaElement)) return put(field.key, value);
    area.value = words; // as if it were typed: what is written together is bound to the field
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  };
  return (
    <div class="note">
      <p class="small">{from ? _('You wrote in “{title}”:', { title: from }) : _('You wrote before:')}</p>
      <p class="read kept" lang={langOf(words)}>{words}</p>
      <button type="button" class="btn btn-line" onClick={take}><Icon name="pen" />{_('Take this over')}<span class="unseen">: {words}</span></button>
    </div>
  );
}
