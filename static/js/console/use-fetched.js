// @ts-check
/** JSON by HTTP, kept by its address while the page lives: rosters, agendas, tasks and scripts are fetched once. */
import { useEffect, useRef, useState } from 'preact/hooks';

const kept = new Map(); // address -> value; an address names its content, so nothing in here grows old
const RETRY_MS = 3000; // a weak line is back after 3 to 6 s

/**
 * The JSON at each address, null where there is none yet. Tries again until all are there.
 * @param {(string|null|undefined)[]} urls
 * @returns {any[]}
 */
export function useFetchedAll(urls) {
  const [, turn] = useState(0);
  const wanted = urls.filter((url) => url && !kept.has(url)).join('\n');
  useEffect(() => {
    if (!wanted) return undefined;
    let stopped = false;
    let timer = 0;
    const load = async () => {
      const found = await Promise.all(wanted.split('\n').map(fetchOne));
      if (stopped) return;
      if (found.includes(true)) turn((count) => count + 1);
      if (found.includes(false)) timer = window.setTimeout(load, RETRY_MS);
    };
    load();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [wanted]);
  return urls.map((url) => (url ? (kept.get(url) ?? null) : null));
}

/** @param {string} url @returns {Promise<boolean>} */
async function fetchOne(url) {
  if (kept.has(url)) return true;
  try {
    const answer = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    if (!answer.ok) return answer.status === 404; // what does not exist is not asked for again
    kept.set(url, await answer.json());
    return true;
  } catch {
    return false;
  }
}

/**
 * The JSON at `url`. While a new address of the same thing (`name`) loads, what was there before stays.
 * @param {string|null|undefined} url @param {string} [name]
 */
export function useFetched(url, name = '') {
  const [value] = useFetchedAll([url]);
  const last = useRef({ name, value });
  if (value !== null || last.current.name !== name) last.current = { name, value };
  return last.current.value;
}
