// @ts-check
/** The file of one field: what waits on this phone, else what the server has. */
import { useEffect, useState } from 'preact/hooks';
import * as files from '../live/files.js';

/** Where the server shows a file of this meeting. @param {string} name */
const addressOf = (name) => `/m/${document.getElementById('app')?.dataset.meeting}/file/${name}`;

/** @param {any} value @returns {string | null} */
export const fileOf = (value) => (typeof value?.file === 'string' ? addressOf(value.file) : null);

/** @param {{run: string, field: {key: string}, value: any, state?: any}} of */
export function useFile({ run, field, value, state }) {
  const [, draw] = useState(0);
  useEffect(() => files.on(() => draw((n) => n + 1)), []);
  const waiting = files.waitingAt(run, field.key);
  const stored = files.storedAt(run, field.key);
  const own = stored && stored.at >= (state?.at ?? 0) ? stored : null; // the view has not told it yet
  const word = waiting?.refused ? { state: 'refused', at: waiting.at, why: waiting.why }
    : waiting?.draft ? null
    : waiting ? { state: navigator.onLine === false || waiting.why ? 'queued' : 'sending', at: waiting.at }
    : own ? { state: 'received', at: own.at } : state;
  return { waiting, word, value: own ? own.value : value };
}
