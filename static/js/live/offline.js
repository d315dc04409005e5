// @ts-check
/** Lets this page open without a line the next time. Over plain http in a hall there is no service worker; all else works. */
export async function openOffline() {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/static/dist/sw.js', { scope: '/' });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/static/dist/'));
    active?.postMessage({ made: { files: [...new Set(files.map(({ pathname }) => pathname))], page: location.origin + location.pathname } });
  } catch {
    // A browser that forbids it (private windows) still works while the page is open.
  }
}
