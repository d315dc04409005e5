// @ts-check
/** The day is done: what has arrived, and where to look at it again. */
import { useEffect, useState } from 'preact/hooks';
import { _, ngettext } from '../i18n.js';
import { Copy } from '../shared/Copy.jsx';
import { Dock } from '../shared/Dock.jsx';
import { Icon } from '../shared/Icon.jsx';
import { rescuedWords } from '../sheets/keep.js';
import { sheetStore } from '../sheets/store.js';
import { Frame } from './Frame.jsx';
import { useRoom } from './room.js';

export function Ended() {
  const { view, agenda, desk, meeting, away } = useRoom();
  const waiting = desk.waiting();
  return (
    <Frame title={agenda?.title ?? view.meeting.title} plain said={_('The day is done')}>
      <p class="soft">{agenda?.title ?? view.meeting.title}</p>
      <h1 class="read">{_('The day is done. Thank you.')}</h1>
      <p>{_('Look at it again: your answers, your group’s sheet, the right answers and why.')}</p>
      {waiting
        ? <p class="state state-queued" role="status"><Icon name="queued" /><span>{ngettext('{n} answer is still on this phone.', '{n} answers are still on this phone.', waiting)} {away ? _('It goes when the line is back.') : _('Leave this page open for a moment.')}</span></p>
        : <p class="state state-received" role="status"><Icon name="received" /><span>{_('Everything on this phone has arrived.')}</span></p>}
      <Rescued />
      <Dock><a class="btn btn-main btn-thumb grow" href={`/m/${meeting}/review`}>{_('Look at the day again')}</a></Dock>
    </Frame>
  );
}

/** Words of mine on group sheets that came too late: nobody else has them, so they are shown once more. */
function Rescued() {
  const { meeting, me, link } = useRoom();
  const [words, set] = useState(/** @type {{key: string, text: string, at: number}[]} */ ([]));
  useEffect(() => void rescuedWords(sheetStore(), { data: link.data, person: me, meeting }).then(set, () => {}), []);
  if (!words.length) return null;
  return (
    <section class="stack">
      <h2 class="h-small">{_('These words came after closing. They are kept for you.')}</h2>
      {words.map((one) => <Copy key={`${one.key}${one.at}`} text={one.text} />)}
    </section>
  );
}
