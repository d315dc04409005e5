// @ts-check
/// <reference lib="webworker" />
/** Opens a meeting's page where there is no line: built files from the phone, pages from the network first.
 *
 * The rules of this file
 * - Only our own built files (their names carry their content), the pages of a meeting and those of an assessment are kept.
 * - Whoever signs in or out takes the kept pages away: on a shared phone the next person never sees them.
 * - A page says what it is made of (`made`); those files come from the browser's own cache, so keeping costs no data.
 */
const FILES = 'files';
const PAGES = 'pages';
const PAGE = /^\/m\/[^/]+(\/review)?$|^\/cohorts\/\d+\/assessment\/[^/]+$/;
const PATIENCE = 5_000; // ms for a page where a kept one is at hand: a slow line answers in two trips of 2 s, or not at all
const worker = /** @type {any} */ (self);
const hashes = new Set(__FILES__.split(' '));
/** Whether a built file is of the present build: its name carries the hash of its content. @param {string} name */
const known = (name) => hashes.has(/-(\w+)\.\w+$/.exec(name)?.[1] ?? '');

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (/** @type {any} */ event) => event.data?.made && event.waitUntil(store(event.data.made)));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.method === 'POST' && /^\/(login|logout|s)\b/.test(pathname)) return void event.waitUntil(caches.delete(PAGES));
  if (request.method !== 'GET') return;
  if (pathname.startsWith('/static/dist/') && !pathname.endsWith('/sw.js')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && PAGE.test(pathname)) event.respondWith(page(request));
});

/** @param {Request} request */
async function file(request) {
  const kept = await caches.match(request.url, { cacheName: FILES });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES)).put(request.url, answer.clone());
  return answer;
}

/** @param {Request} request */
async function page(request) {
  const url = request.url.split(/[?#]/)[0];
  const kept = await caches.match(url, { cacheName: PAGES });
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok && !answer.redirected) await (await caches.open(PAGES)).put(url, answer.clone());
    return answer;
  });
  if (!kept) return asked;
  return Promise.race([asked.catch(() => kept), new Promise((done) => setTimeout(() => done(kept), PATIENCE))]);
}

/** @param {{files: string[], page: string}} made */
async function store({ files, page: url }) {
  const [built, pages] = await Promise.all([caches.open(FILES), caches.open(PAGES)]);
  await Promise.all(files.map(async (name) => (await built.match(name)) || built.add(new Request(name, { cache: 'force-cache' }))));
  if (!(await pages.match(url))) await pages.add(new Request(url, { cache: 'force-cache' }));
  if (files.every((name) => known(name) || isWords(name))) await tidy(built, pages, url);
}

/** @param {string} name */
const isWords = (name) => name.includes('/i18n/');

/**
 * A page of the present build is here: files of builds gone by may go, and with them the pages that need them.
 * @param {Cache} built @param {Cache} pages @param {string} url
 */
async function tidy(built, pages, url) {
  const old = (await built.keys()).filter((kept) => !known(kept.url) && !isWords(kept.url));
  if (!old.length) return;
  await Promise.all(old.map((kept) => built.delete(kept)));
  for (const kept of await pages.keys()) if (kept.url !== url) await pages.delete(kept);
}
