// @ts-check
/** A trainer enters what stands on sheets of paper: the code of the sheet, whose it is, then the activity as on a phone.
 *
 * It writes through a desk of its own, so that nothing typed is lost with the line; there `run` is "<activity> <whose>".
 */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { _, catalogueReady } from '../i18n.js';
import { openDesk } from '../live/desk.js';
import { Loading } from '../shared/Loading.jsx';
import { Find } from './Find.jsx';
import { Sheet } from './Sheet.jsx';

const AGAIN = 4_000; // ms before a sheet that did not come is asked for again

const home = /** @type {HTMLElement} */ (document.getElementById('app'));
const meeting = home.dataset.meeting ?? '';
const me = Number(home.dataset.person);
const data = home.dataset.data ?? '';
const sheets = /** @type {import('./Find.jsx').Listed[]} */ (JSON.parse(home.dataset.sheets ?? '[]'));
const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=csrf-token]'))?.content ?? '';

/** What the server has stored since the sheet was loaded. @type {Map<string, import('../live/desk.js').Kept>} */
const stored = new Map();

const desk = openDesk({
  meeting: `${meeting}/paper`, person: me, data: () => data, send,
  settled({ body, at }, reply) {
    if (!body.run) return;
    const answer = { v: body.value, at: reply.now ?? new Date(at).toISOString(), scribe: me };
    stored.set(body.run, { ...stored.get(body.run), [body.cell ?? '']: answer });
  },
});

/** @param {any} message @returns {Promise<import('../live/outbox.js').Reply>} */
async function send({ run: both, ...message }) {
  const [run, who] = String(both).split(' ');
  const answer = await fetch(`/m/${meeting}/do`, {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify({ ...message, type: 'write_for', run, who }),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRFToken': token },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function Page() {
  const [code, choose] = useState('');
  const [sheet, set] = useState(/** @type {import('./Sheet.jsx').Loaded | null} */ (null));
  const [, draw] = useState(0);
  useEffect(() => desk.on(() => draw((n) => n + 1)), []);
  useEffect(() => {
    set(null);
    if (!code) return undefined;
    let timer = 0;
    const load = async () => {
      try {
        const answer = await fetch(`/m/${meeting}/paper/${code}`, { headers: { Accept: 'application/json' } });
        if (!answer.ok) throw new Error(String(answer.status));
        const body = await answer.json();
        stored.clear();
        desk.line(true);
        set(body);
      } catch {
        desk.line(false);
        timer = window.setTimeout(load, AGAIN);
      }
    };
    void load();
    addEventListener('online', load);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', load);
    };
  }, [code]);
  if (!code) return <Find {...{ sheets, choose, title: home.dataset.title ?? '', back: `/m/${meeting}/console` }} />;
  if (!sheet) return <div class="page"><Loading what={_('Slow line. Opening the sheet …')} onAgain={() => location.reload()} /></div>;
  return <Sheet {...{ sheet, desk, me, stored, leave: () => choose('') }} />;
}

Promise.all([catalogueReady, desk.ready]).then(() => render(<Page />, home));
