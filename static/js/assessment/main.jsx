// @ts-check
/** The same questions before and after a course, alone: one at a time, kept on the phone, nothing told before the second is done. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { _, catalogueReady } from '../i18n.js';
import { hear } from '../live/clock.js';
import { openDesk } from '../live/desk.js';
import { newId } from '../live/id.js';
import { keep } from '../live/keep.js';
import { openOffline } from '../live/offline.js';
import { Loading } from '../shared/Loading.jsx';
import { Done } from './Done.jsx';
import { Questions } from './Questions.jsx';
import { Begin, Between } from './Begin.jsx';

const AGAIN = 4_000; // ms before a page that did not come is asked for again

const home = /** @type {HTMLElement} */ (document.getElementById('app'));
const address = home.dataset.address ?? '';
const data = home.dataset.data ?? '';
const me = Number(home.dataset.person);
const meeting = home.dataset.meeting ?? '';
const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=csrf-token]'))?.content ?? '';

const kept = keep('assessments');
const mine = `${data}/${meeting}/${me}`;

/** What the server said last, and what it has stored of mine since then. Kept, so that it is there again without a line. @type {any} */
let view = null;
let draw = () => {};

/** @param {any} next */
function show(next) {
  view = next;
  void kept.set(mine, next);
  draw();
}

const desk = openDesk({
  meeting, person: me, data: () => data, send,
  settled({ body, at }, reply) {
    const [round, id] = (body.run ?? '').split('/');
    if (!view?.begun || view.round !== round) return;
    const answer = { v: body.value, at: reply.now ?? new Date(at).toISOString() };
    show({ ...view, answers: { ...view.answers, [id]: { ...view.answers[id], [body.cell ?? '']: answer } } });
  },
});

/** @param {any} message @returns {Promise<any>} */
async function send(message) {
  const asked = performance.now();
  const answer = await fetch(`${address}/do`, {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify(message),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRFToken': token },
  });
  if (!answer.ok) throw new Error(String(answer.status)); // kept here and sent again, also after signing in anew
  const reply = await answer.json();
  if (reply.now) hear(reply.now, performance.now() - asked);
  return reply;
}

function Page() {
  const [away, setAway] = useState(false);
  const [why, setWhy] = useState('');
  const [, count] = useState(0);

  const take = (/** @type {any} */ body) => {
    hear(body.now);
    setAway(false);
    show(body);
    desk.line(true);
  };
  const lost = () => {
    setAway(true);
    desk.line(false);
  };
  const load = async () => {
    try {
      const answer = await fetch(`${address}/view.json`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      take(await answer.json());
      return true;
    } catch {
      lost();
      return false;
    }
  };
  /** What must be heard at once, and so needs a line. @param {object} message */
  const ask = async (message) => {
    setWhy('');
    try {
      const reply = await send({ id: newId(), ...message });
      if (reply.refused) {
        setWhy(reply.why);
        void load();
      } else take(reply);
    } catch {
      lost();
      setWhy(_('That needs a line. Try again when it is back.'));
    }
  };

  useEffect(() => {
    draw = () => count((n) => n + 1);
    kept.get(mine).then((body) => {
      if (view || !body) return;
      view = body;
      draw();
    });
    const stop = desk.on(draw);
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const go = async () => {
      clearTimeout(timer);
      if (!(await load())) timer = setTimeout(go, AGAIN);
    };
    void go();
    addEventListener('online', go);
    addEventListener('offline', lost);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('online', go);
      removeEventListener('offline', lost);
    };
  }, []);

  if (!view) return <div class="page"><Loading what={_('Slow line. Opening the questions …')} onAgain={load} /></div>;
  const props = { view, desk, away, why, ask, me, progress: home.dataset.progress ?? '/' };
  if (view.phase === 'done') return <Done {...props} />;
  if (view.phase === 'between') return <Between {...props} />;
  return view.begun ? <Questions key={view.round} {...props} /> : <Begin {...props} />;
}

/** @typedef {{view: any, desk: import('../live/desk.js').Desk, away: boolean, why: string, ask: (message: object) => void, me: number, progress: string}} Props */

Promise.all([catalogueReady, desk.ready]).then(() => {
  render(<Page />, home);
  void openOffline();
});
