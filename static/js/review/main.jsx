// @ts-check
/** A day looked at again, alone: what one did, what the class did, the right answer and why; what is open can still be done. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { _, catalogueReady } from '../i18n.js';
import { openDesk } from '../live/desk.js';
import { keep } from '../live/keep.js';
import { openOffline } from '../live/offline.js';
import { Loading } from '../shared/Loading.jsx';
import { Day } from './Day.jsx';

const AGAIN = 4_000; // ms before a page that did not come is asked for again

const home = /** @type {HTMLElement} */ (document.getElementById('app'));
const meeting = home.dataset.meeting ?? '';
const me = Number(home.dataset.person);
const data = home.dataset.data ?? '';
const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=csrf-token]'))?.content ?? '';

const kept = keep('reviews');
const mine = `${data}/${meeting}/${me}`;

/** What the server has stored since the day was loaded: run → cell → as the server would say it. @type {import('./Item.jsx').Stored} */
const stored = new Map();

const desk = openDesk({
  meeting, person: me, data: () => data, send,
  settled({ body, at }, reply) {
    if (body.type !== 'answer' || !body.run) return;
    const answer = { v: body.value, at: reply.now ?? new Date(at).toISOString() };
    stored.set(body.run, { ...stored.get(body.run), [body.cell ?? '']: answer });
  },
});

/** @param {any} message @returns {Promise<import('../live/outbox.js').Reply>} */
async function send(message) {
  const answer = await fetch(`/m/${meeting}/do`, {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify(message),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRFToken': token },
  });
  if (!answer.ok) throw new Error(String(answer.status)); // kept here and sent again, also after signing in anew
  return answer.json();
}

function Page() {
  const [review, set] = useState(/** @type {any} */ (null));
  const [away, setAway] = useState(false);
  const [, draw] = useState(0);

  const load = async () => {
    try {
      const answer = await fetch(`/m/${meeting}/review.json`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const body = await answer.json();
      setAway(false);
      set(body);
      desk.line(true);
      void kept.set(mine, body);
      return true;
    } catch {
      setAway(true);
      desk.line(false);
      set((/** @type {any} */ was) => was ?? undefined);
      return false;
    }
  };

  useEffect(() => {
    kept.get(mine).then((body) => body && set((/** @type {any} */ was) => was ?? body));
    const stop = desk.on(() => draw((n) => n + 1)); // drawn anew by `set` below, so nothing is missed before this
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const go = async () => {
      clearTimeout(timer);
      if (!(await load())) timer = setTimeout(go, AGAIN);
    };
    void go();
    addEventListener('online', go);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('online', go);
    };
  }, []);

  if (!review) return <div class="page"><Loading what={_('Slow line. Opening the day …')} onAgain={load} /></div>;
  return <Day {...{ review, desk, me, away, load, stored }} />;
}

Promise.all([catalogueReady, desk.ready]).then(() => {
  render(<Page />, home);
  void openOffline();
});
