// @ts-check
/** The shared text of a group, loaded only when a sheet with shared fields opens. */
import { useEffect, useState } from 'preact/hooks';
import { useRoom } from './room.js';

const AGAIN = 3_000; // ms: a weak line is back after 3 to 6 s

/** Fetched while the group is told where to go, so that the sheet opens at once. */
export const fetchSheets = () => import('../sheets/share.js');

/** @type {Set<any>} sheets that are open */
const opened = new Set();

/** How many shared fields hold words that the server has not stored yet. */
export const unsentFields = () =>
  [...opened].reduce((all, sheet) => all + sheet.names().filter((/** @type {string} */ key) => ['queued', 'sending'].includes(sheet.state(key).state)).length, 0);

/**
 * @param {string} run @param {string | null | undefined} group @param {string[]} keys  its shared fields
 * @returns {any} undefined: no shared fields; null: still loading
 */
export function useSheet(run, group, keys) {
  const { link, me, meeting, redraw } = useRoom();
  const wanted = keys.length > 0;
  const [sheet, set] = useState(/** @type {any} */ (null));
  const [, draw] = useState(0);
  useEffect(() => {
    if (!wanted || !group) return undefined;
    let stopped = false;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    /** @type {any} */
    let mine = null;
    const load = () => fetchSheets().then(
      ({ share }) => {
        if (stopped) return;
        const sheet = share(link, { meeting, run, group, person: me, data: link.data });
        let unsent = 0;
        mine = sheet;
        opened.add(sheet);
        sheet.on(() => {
          draw((n) => n + 1);
          if (unsent !== unsentFields()) redraw(); // the banner counts what is kept here
          unsent = unsentFields();
        });
        sheet.ready.then(() => !stopped && set(sheet));
      },
      () => {
        if (!stopped) timer = setTimeout(load, AGAIN);
      },
    );
    load();
    return () => {
      stopped = true;
      clearTimeout(timer);
      opened.delete(mine);
      mine?.close();
      set(null);
    };
  }, [run, group, wanted]);
  return wanted ? sheet : undefined;
}
