// @ts-check
/** Joining a sheet on the server, each time the line is back, until it is joined or refused. */

const FIRST_WAIT = 1_000; // ms
const LONGEST_WAIT = 15_000; // ms

/**
 * @typedef {object} Line   what is needed of `static/js/live/link.js`
 * @property {string} line
 * @property {string} [data]
 * @property {(event: string, message: any, patience?: number) => Promise<any>} ask
 * @property {(event: string, message: any) => void} mention
 * @property {(event: string, hearer: (message: any) => void) => () => void} hear
 * @property {(listener: () => void) => () => void} on
 */

/**
 * @param {Line} link
 * @param {object} of
 * @param {{run: string, group: string, data: string}} of.place
 * @param {() => Uint8Array} of.vector
 * @param {(reply: any) => void} of.joined
 * @param {() => void} of.parted  the line went
 * @param {(reply: {refused: string, why?: string}) => void} of.refused
 */
export function openJoining(link, { place: { run, group, data }, vector, joined, parted, refused }) {
  let may = false; // not before what the phone kept is in
  let isJoined = false;
  let underway = 0; // the number of the present attempt; 0: none
  let attempts = 0;
  let wait = FIRST_WAIT;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;

  async function join() {
    if (!may || underway || link.line !== 'live') return;
    if (link.data && link.data !== data) return; // another server's data: nothing of ours belongs there
    clearTimeout(retry);
    const mine = (underway = ++attempts);
    let reply;
    try {
      reply = await link.ask('sheet_join', { run, group, have: vector() });
    } catch {
      reply = null;
    }
    if (underway !== mine) return;
    underway = 0;
    if (reply?.update) {
      wait = FIRST_WAIT;
      isJoined = true;
      joined(reply);
    } else if (reply?.refused) {
      refused(reply);
    } else {
      retry = setTimeout(join, wait * (0.75 + Math.random() / 2)); // not all phones of a class at once
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  let wasLive = false;
  const stop = link.on(() => {
    const isLive = link.line === 'live';
    if (isLive === wasLive) return;
    wasLive = isLive;
    if (isLive) return void join();
    underway = 0;
    clearTimeout(retry);
    if (!isJoined) return;
    isJoined = false;
    parted();
  });

  return {
    join,
    /** From now on. */
    begin() {
      may = true;
      wasLive = link.line === 'live';
      join();
    },
    get isJoined() {
      return isJoined;
    },
    close() {
      stop();
      may = false;
      underway = 0;
      clearTimeout(retry);
      if (isJoined) link.mention('sheet_leave', { run, group });
      isJoined = false;
    },
  };
}
