// @ts-check
/** The live line of one page to one meeting: one view, replaced part by part, always what the server said last.
 *
 * The rules of this file
 * - The view is the server's. The only thing written into it here is what the server acknowledged a moment ago.
 * - A line that does not answer within 2 s of the phone waking up counts as dead and is opened anew at once.
 */
import { io } from 'socket.io-client';
import { hear } from './clock.js';

const PROBE = 2_000; // ms a woken phone waits for an answer: the promise L3 gives the whole return 2 s at 400 ms each way
const ANSWER = 6_000; // ms for a command: fifteen trips of a slow line; after it the line is probed and the command sent again

/**
 * @typedef {'opening' | 'live' | 'away' | 'refused'} Line
 * @typedef {{[part: string]: any}} View
 * @typedef {{code: string, text: string}} Refusal
 */

/**
 * @param {object} of
 * @param {string} of.meeting
 * @param {'trainee' | 'console' | 'screen'} of.face
 * @param {string} [of.data]    id of the data set the page came with
 * @param {{view: View, seq: number} | null} [of.kept]   the last view, from before a reload
 * @param {string} [of.origin]
 * @param {(uri: string, options: any) => any} [of.open]  for tests
 */
export function openLink({ meeting, face, data = '', kept = null, origin = location.origin, open = io }) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {Map<string, Set<(message: any) => void>>} */
  const hearers = new Map();

  const link = {
    meeting,
    data,
    /** @type {View | null} */
    view: kept?.view ?? null,
    seq: kept?.seq ?? 0,
    /** @type {Line} */
    line: /** @type {Line} */ ('opening'),
    /** @type {Refusal | null} */
    refusal: null,
    /** true once the server has spoken in this page's life: until then the view is the kept one */
    fresh: false,
    /** @param {() => void} listener @returns {() => void} stop */
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /**
     * Hear what is relayed and never kept: `typing`, `sheet`.
     * @param {string} event @param {(message: any) => void} hearer @returns {() => void} stop
     */
    hear(event, hearer) {
      const set = hearers.get(event) ?? new Set();
      hearers.set(event, set.add(hearer));
      return () => void set.delete(hearer);
    },
    /**
     * Ask and wait for the answer. Rejects when there is no line or nothing was heard in time.
     * @param {string} event @param {any} message @param {number} [patience] ms @returns {Promise<any>}
     */
    async ask(event, message, patience = ANSWER) {
      if (!socket.connected) throw new Error('no line');
      const asked = performance.now();
      try {
        const reply = await socket.timeout(patience).emitWithAck(event, message);
        if (reply?.now) hear(reply.now, performance.now() - asked);
        return reply;
      } catch (gone) {
        if (socket.connected && event !== 'beat') probe();
        throw gone;
      }
    },
    /** @param {any} message  a whole command with id and age @returns {Promise<import('./outbox.js').Reply>} */
    async do(message) {
      const reply = await link.ask('do', message);
      await turn; // what was told before it comes first
      return reply ?? {};
    },
    /** Say something that may be lost. @param {string} event @param {any} message */
    mention(event, message) {
      if (socket.connected) socket.volatile.emit(event, message);
    },
    /** Write into the view what the server has just stored of ours. @param {(view: View) => View} change */
    amend(change) {
      if (link.view) {
        link.view = change(link.view);
        tell();
      }
    },
    again: () => anew(),
    close() {
      stops.forEach((stop) => stop());
      socket.disconnect();
    },
  };

  const tell = () => listeners.forEach((listener) => listener());

  /** Longer views come pressed. A browser that cannot read that (before 2023, some) fetches the whole one. @param {any} told */
  const unpacked = async (told) =>
    !(told instanceof ArrayBuffer) ? told
    : (globalThis.DecompressionStream
      ? new Response(new Blob([told]).stream().pipeThrough(new DecompressionStream('deflate')))
      : await fetch(`/m/${meeting}/view.json?face=${face}`)).json();

  /** @param {{whole?: boolean, seq?: number, parts?: View, data?: string, now?: string}} message */
  function take({ whole, seq, parts, data: set, now }) {
    if (now) hear(now);
    if (set) link.data = set;
    if (parts) {
      const view = whole ? {} : { ...link.view };
      for (const [part, value] of Object.entries(parts)) {
        if (value === null) delete view[part];
        else view[part] = value;
      }
      link.view = view;
    }
    if (typeof seq === 'number') link.seq = whole ? seq : Math.max(seq, link.seq);
    tell();
  }

  const socket = open(origin, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true, // or a network that blocks websockets would never reach the second one
    query: { meeting }, // a proxy may keep one meeting on one worker by it
    auth: (/** @type {(auth: object) => void} */ say) => say({ meeting, face, lang: document.documentElement.lang, have: link.seq }),
    reconnectionDelay: 400,
    reconnectionDelayMax: 4_000, // longer would be felt: the phone of a late line waits at most this before it tries again
    randomizationFactor: 0.5,
    timeout: 8_000,
  });

  /** When the present try began; null between two tries and while there is a line. @type {number | null} */
  let trying = performance.now();
  socket.io?.on('reconnect_attempt', () => (trying = performance.now()));
  const anew = () => {
    trying = performance.now();
    socket.disconnect().connect();
  };

  socket.on('connect', () => {
    trying = null;
    link.refusal = null;
    here();
    beat(ANSWER).catch(() => {});
  });
  /** What is told comes one after another, also where reading one takes a moment. */
  let turn = Promise.resolve();
  socket.on('view', (/** @type {any} */ told) => {
    link.line = 'live';
    turn = turn.then(() => unpacked(told)).then((message) => {
      link.fresh = true;
      take(message);
    }, anew);
  });
  socket.on('disconnect', (/** @type {string} */ why) => {
    link.line = 'away';
    tell();
    if (why === 'io server disconnect') setTimeout(() => socket.connect(), 500 + Math.random() * 1_500);
  });
  socket.on('connect_error', (/** @type {any} */ error) => {
    trying = null;
    const refusal = error?.data?.code ? error.data : null;
    if (refusal && refusal.code !== 'again') {
      link.line = 'refused';
      link.refusal = { code: refusal.code, text: refusal.text || error.message };
    } else {
      link.line = link.line === 'live' || link.view ? 'away' : 'opening';
      if (!socket.active) setTimeout(() => socket.connect(), 2_000 + Math.random() * 2_000); // refused for now
    }
    tell();
  });
  for (const event of ['typing', 'sheet']) {
    socket.on(event, (/** @type {any} */ message) => hearers.get(event)?.forEach((hearer) => hearer(message)));
  }

  /** @param {number} patience */
  const beat = async (patience) => {
    const asked = performance.now();
    await link.ask('beat', { took }, patience);
    took = Math.round(performance.now() - asked); // said with the next one: trainers see whose line is slow
  };
  /** @type {number | undefined} */
  let took;
  const here = () => link.mention('here', { state: document.visibilityState === 'hidden' ? 'away' : 'here' });

  let probing = false;
  async function probe() {
    if (probing || link.line === 'refused') return;
    if (!socket.connected) {
      // Do not sit out the pause between two tries; but a try that has just begun is let be: on a slow line it is half-way.
      if (trying === null || performance.now() - trying > PROBE) anew();
      return;
    }
    probing = true;
    try {
      await beat(PROBE);
    } catch {
      anew();
    } finally {
      probing = false;
    }
  }

  const woken = () => {
    here();
    if (document.visibilityState !== 'hidden') probe();
  };
  const lost = () => void probe();
  const stops = [
    [window, 'online', woken],
    [window, 'offline', lost],
    [window, 'pageshow', (/** @type {PageTransitionEvent} */ event) => event.persisted && woken()], // else the page is new
    [document, 'visibilitychange', woken],
  ].map(([target, event, listener]) => {
    const where = /** @type {EventTarget} */ (target);
    where.addEventListener(/** @type {string} */ (event), /** @type {EventListener} */ (listener));
    return () => where.removeEventListener(/** @type {string} */ (event), /** @type {EventListener} */ (listener));
  });

  return link;
}

/** @typedef {ReturnType<typeof openLink>} Link */
