// @ts-check
/**
 * A trainer's act: sent at once, one at a time, never queued. A refusal is said in words and the view shows the present.
 *
 * Each act on a run carries the number of the last act the trainer saw on it (`saw`), so that a stale one is refused.
 */
import { useRef, useState } from 'preact/hooks';
import { _ } from '../i18n.js';

/** @import { Parts } from './views.js' */

const SAW = new Set(['open', 'close', 'reveal', 'hide', 'reopen', 'pause', 'resume', 'add_time', 'call_back', 'rotate']);

/**
 * @param {(type: string, fields: Record<string, unknown>) => Promise<any>} send
 * @param {{current: Parts}} parts   the parts on the screen now
 * @param {(text: string) => void} tell
 * @returns {{busy: string|null, act: (type: string, fields?: Record<string, unknown>) => Promise<boolean>, post: (path: string, body?: object) => Promise<boolean>}}
 */
export function useAct(send, parts, tell) {
  const [busy, setBusy] = useState(/** @type {string|null} */ (null));
  const under = useRef(false); // the state would be one paint too late for a double tap

  /** @param {string} type @param {Record<string, unknown>} [fields] */
  const act = (type, fields = {}) => once(type, () => send(type, { ...fields, ...seen(type, fields, parts.current) }));

  /** What is no part of the meeting's log goes by HTTP: links, and who is let in. @param {string} path @param {object} [body] */
  const post = (path, body = {}) => once(path, () => postJson(path, body));

  /** @param {string} what @param {() => Promise<any>} call */
  async function once(what, call) {
    if (under.current) return false;
    under.current = true;
    setBusy(what);
    try {
      const reply = await call();
      if (reply?.refused) tell(reply.why ?? _('That was not possible. This is how it stands now.'));
      else if (reply?.again) tell(reply.why ?? _('The server was busy. Nothing was changed. Please tap once more.'));
      else tell('');
      return !reply?.refused && !reply?.again;
    } catch {
      tell(_('No line just now, so nothing was changed. Timers and groups go on. Tap again when the line is back.'));
      return false;
    } finally {
      under.current = false;
      setBusy(null);
    }
  }
  return { busy, act, post };
}

/** @param {string} path @param {object} body */
async function postJson(path, body) {
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
  const answer = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRFToken': token },
    body: JSON.stringify(body),
  });
  const reply = await answer.json().catch(() => ({}));
  return answer.ok ? reply : { refused: reply.refused ?? reply.code ?? String(answer.status), why: reply.why ?? reply.text };
}

/** @param {string} type @param {Record<string, unknown>} fields @param {Parts} parts */
function seen(type, fields, parts) {
  const run = /** @type {string|undefined} */ (fields.run);
  const touched = run ? parts.runs?.[run]?.touched : undefined;
  return run && SAW.has(type) && touched !== undefined ? { saw: { [run]: touched } } : {};
}
