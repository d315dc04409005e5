// @ts-check
/** Words that wait in sheets nobody has open: a tab was killed, and now another activity is on. They are sent all the same.
 *
 * Loads the large part (`share.js`) only when there is something to send.
 */
import { leftovers } from './keep.js';
import { sheetStore } from './store.js';

const PATIENCE = 60_000; // ms for one sheet: after it the next line tries again

/**
 * Each time the line is there, send what waits. Call it once when the page starts.
 * @param {import('./joining.js').Line} link
 * @param {object} of
 * @param {string} of.meeting @param {number} of.person
 * @param {import('../live/keep.js').Keep} [of.store]
 * @returns {() => void} stop
 */
export function sendLeftovers(link, { meeting, person, store = sheetStore() }) {
  let wasLive = false;
  let isLooking = false;

  async function look() {
    const data = link.data;
    if (isLooking || !data) return;
    isLooking = true;
    try {
      const places = await leftovers(store, { data, person, meeting });
      if (!places.length) return;
      const { share } = await import('./share.js');
      for (const place of places) await through(share(link, { ...place, meeting, person, data, store }));
    } catch { // the large part could not be loaded: the next line tries again
    } finally {
      isLooking = false;
    }
  }

  /** Ends when all is stored or given back, the line is gone, or it takes too long. @param {import('./share.js').Shared} sheet */
  async function through(sheet) {
    await sheet.ready;
    await new Promise((done) => {
      const check = () => {
        if (!sheet.unsent() || link.line !== 'live') done(undefined);
      };
      setTimeout(done, PATIENCE);
      sheet.on(check);
      check();
    });
    await sheet.close();
  }

  const heard = () => {
    const isLive = link.line === 'live';
    if (isLive && !wasLive) look();
    wasLive = isLive;
  };
  const stop = link.on(heard);
  heard();
  return stop;
}
