// @ts-check
/** Photos and recordings on their way: kept on the phone until the server has them, sent one after another by themselves.
 *
 * The rules of this file
 * - A file leaves only when the server has stored it or refused it for good. A repeat carries the same id.
 * - A recording that was not yet listened to waits (`draft`) and is not sent.
 * - Files of another person of this phone, or of another data set, are neither shown nor sent.
 */
import { _ } from '../i18n.js';
import { now } from './clock.js';
import { newId } from './id.js';
import { keep } from './keep.js';

const FIRST_WAIT = 3_000;
const LONGEST_WAIT = 60_000; // ms between repeats: a photo costs 8 s of a weak line, and must not stand in the way of answers
const TRIES = 3; // times a file may arrive broken before it is given back

const home = document.getElementById('app');
const me = Number(home?.dataset.person);
const meeting = home?.dataset.meeting ?? '';
const data = home?.dataset.data ?? '';

/** @typedef {{id: string, meeting: string, person: number, data: string, run: string, cell: string, bytes: ArrayBuffer, type: string, at: number, draft?: boolean, broken?: number, refused?: string, why?: string}} Waiting */

const store = keep('files');
/** @type {Map<string, Waiting>} */
const waiting = new Map();
/** @type {Map<string, {value: any, at: number}>} run and cell → what the server has stored since this page was loaded */
const stored = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let wait = FIRST_WAIT;
let busy = false;

const tell = () => listeners.forEach((listener) => listener());
const place = (/** @type {string} */ run, /** @type {string} */ cell) => `${run}/${cell}`;
let token = '';

store.all().then((all) => {
  for (const [, file] of all) if (file.person === me && file.data === data && !waiting.has(file.id)) waiting.set(file.id, file);
  tell();
  void pump();
});
addEventListener('online', () => { wait = FIRST_WAIT; void pump(); });

/** @param {string} run @param {string} cell @returns {Waiting | undefined} the newest */
export const waitingAt = (run, cell) =>
  [...waiting.values()].filter((file) => file.meeting === meeting && file.run === run && file.cell === cell).sort((a, b) => b.at - a.at)[0];

/** @param {string} run @param {string} cell */
export const storedAt = (run, cell) => stored.get(place(run, cell));

/** Keep a file; it goes by itself unless it is a draft. @param {string} run @param {string} cell @param {Blob} blob @param {boolean} [draft] */
export async function put(run, cell, blob, draft = false) {
  const before = waitingAt(run, cell);
  /** @type {Waiting} */
  const file = { id: newId(), meeting, person: me, data, run, cell, bytes: await blob.arrayBuffer(), type: blob.type, at: now(), draft };
  waiting.set(file.id, file);
  tell();
  await store.set(file.id, file);
  if (before) await forget(before);
  void pump();
}

/** It was listened to: off it goes. @param {Waiting} file */
export async function release(file) {
  file.draft = false;
  file.at = now();
  tell();
  await store.set(file.id, file);
  void pump();
}

/** It is not wanted any more. @param {Waiting} file */
export async function forget(file) {
  waiting.delete(file.id);
  tell();
  await store.drop(file.id);
}

/** What was stored is not there any more. @param {string} run @param {string} cell */
export const clear = (run, cell) => stored.delete(place(run, cell));

/** @param {() => void} listener @returns {() => void} stop */
export function on(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function pump() {
  const file = [...waiting.values()].find((one) => !one.draft && !one.refused);
  if (busy || !file) return;
  clearTimeout(timer);
  busy = true;
  const reply = await post(file).catch(() => ({ again: true }));
  busy = false;
  if (reply.seq) {
    wait = FIRST_WAIT;
    stored.set(place(file.run, file.cell), { value: reply.value, at: Date.parse(reply.now) });
    await forget(file);
  } else if (reply.refused === 'not-whole' && (file.broken ?? 0) < TRIES) {
    file.broken = (file.broken ?? 0) + 1;
  } else if (reply.refused) {
    file.refused = reply.refused;
    file.why = reply.why;
    await store.set(file.id, file);
  } else {
    file.why = reply.why; // no room on the server, for example
  }
  tell();
  if (reply.seq || reply.refused) return void pump();
  timer = setTimeout(pump, wait * (0.75 + Math.random() / 2)); // not all phones of a class at once
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

/** @param {Waiting} file @returns {Promise<any>} the server's reply; rejects when nothing was heard */
async function post(file) {
  token ||= await fresh();
  const age = Math.max(0, Math.round(now() - file.at));
  const answer = await fetch(`/m/${file.meeting}/file/${file.run}/${file.cell}?id=${file.id}&age=${age}`, {
    method: 'POST', credentials: 'same-origin', redirect: 'error', body: file.bytes,
    headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json', 'X-CSRFToken': token },
  });
  if (answer.status === 413) return { refused: 'too-large', why: _('This is too large to send. Please take it once more.') };
  if (answer.status === 400) token = ''; // its session is over: another one, the next time
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** What a form of ours would carry; pages of a meeting hold none, since they send by the socket. */
async function fresh() {
  const answer = await fetch(`/m/${meeting}/file-token`, { credentials: 'same-origin', redirect: 'error', headers: { Accept: 'application/json' } });
  return (await answer.json()).token;
}
