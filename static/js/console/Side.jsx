// @ts-check
/** What a trainer needs beside the activity: what to say, notes for her alone, what to bring. */
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { Cards } from './Cast.jsx';

/** @typedef {{script?: string|null, facilitator?: string|null, materials?: string|null, key?: any, cards?: any[], prompt?: string, task?: any, steps?: any[]}} Script */

/** @param {{script: Script|null, folded?: boolean, open?: string}} props   `folded`: as parts to open, of which `open` is open */
export function Notes({ script, folded = false, open = 'say' }) {
  const parts = [
    { key: 'say', icon: 'say', name: _('Say'), html: script?.script, class: 'script script-say' },
    { key: 'notes', icon: 'hidden', name: _('Notes for you'), html: script?.facilitator, class: 'prose-small' },
    { key: 'explain', icon: 'sheet', name: _('Why'), html: script?.key?.explain, class: 'script' },
    { key: 'model', icon: 'sheet', name: _('Model answer'), html: script?.key?.model, class: 'script' },
    { key: 'cards', icon: 'people', name: _('Role cards'), body: script?.cards ? <Cards cards={script.cards} /> : null },
    { key: 'materials', icon: 'keep', name: _('You need'), html: script?.materials, class: 'prose-small' },
  ].filter((part) => part.html || part.body);
  if (folded) {
    return (
      <>
        {parts.map((part) => (
          <details class="fold part" key={part.key} open={part.key === open}>
            <summary><Icon name={part.icon} />{part.name}<Icon name="down" /></summary>
            {part.body ?? <Html class={part.class} html={part.html} />}
          </details>
        ))}
      </>
    );
  }
  return (
    <>
      {parts.map((part) => (
        <section class="part stack" key={part.key}>
          <h2><Icon name={part.icon} class="inline" /> {part.name}</h2>
          {part.body ?? <Html class={part.class} html={part.html} />}
        </section>
      ))}
    </>
  );
}
