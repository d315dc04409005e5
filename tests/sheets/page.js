// A page with one shared sheet and nothing else: what the phone's page does with it, without the rest.
import { openLink } from '../../static/js/live/link.js';
import { share } from '../../static/js/sheets/share.js';

const of = JSON.parse(document.body.dataset.of);
const link = openLink({ meeting: of.meeting, face: 'trainee', data: of.data });
const sheet = share(link, of);
await sheet.ready;
for (const key of of.fields) {
  const field = document.createElement('textarea');
  field.name = key;
  document.body.append(field);
  sheet.bind(field, key);
  sheet.on(() => Object.assign(field.dataset, { state: sheet.state(key).state, writers: sheet.writers(key).join() }));
}
sheet.on(() => Object.assign(document.body.dataset, { unsent: sheet.unsent(), joined: sheet.joined }));

/** Types as fast thumbs do, by the browser's own editing. */
window.typing = async (key, words, pause) => {
  document.querySelector(`[name=${key}]`).focus();
  for (const letter of words) {
    document.execCommand('insertText', false, letter);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
document.body.dataset.ready = 'yes';
