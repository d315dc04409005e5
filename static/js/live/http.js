// @ts-check
/** JSON that never changes under its address (tasks, keys, rosters, agendas carry their hash): fetched once, kept. */
import { keep } from './keep.js';

const ROOM = 150; // answers kept on a phone: about three days of a course at 3 KB each

/** @typedef {{body: any, at: number, owner: string}} Page */

/** @param {string} owner  data set and person: what another person of this phone fetched is thrown away */
export function openLibrary(owner, store = keep('pages')) {
  /** @type {Map<string, any>} */
  const read = new Map();
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();

  const ready = store.all().then(async (kept) => {
    const mine = kept.filter(([, page]) => page.owner === owner).sort((a, b) => b[1].at - a[1].at);
    for (const [url, page] of mine.slice(0, ROOM)) read.set(url, page.body);
    for (const [url, page] of kept) if (page.owner !== owner || !read.has(url)) await store.drop(url);
  });

  return {
    ready,
    /** What is at hand now. @param {string} url */
    peek: (url) => read.get(url),
    /** Rejects with the status as its message. @param {string} url @returns {Promise<any>} */
    get(url) {
      if (read.has(url)) return Promise.resolve(read.get(url));
      const under = asked.get(url);
      if (under) return under;
      const asking = fetch(url, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
        .then(async (answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          const body = await answer.json();
          read.set(url, body);
          void store.set(url, { body, at: Date.now(), owner });
          return body;
        })
        .finally(() => asked.delete(url));
      asked.set(url, asking);
      return asking;
    },
  };
}

/** @typedef {ReturnType<typeof openLibrary>} Library */
