// @ts-check
/** What is written and not yet sent: every keystroke is kept, and is there again after a reload, before any network.
 *
 * A draft is the raw content of a field or a choice not yet sent. `itself` says that it is to be sent without another
 * tap (words in a field): if the tab was killed in between, the next start sends it with the time it was written.
 */

/** @typedef {{key: string, run: string, cell: string, value: any, at: number, itself: boolean, owner: string}} Draft */

/**
 * @param {object} of
 * @param {string} of.meeting
 * @param {number} of.person
 * @param {string} of.data
 * @param {import('./keep.js').Keep} of.keep
 */
export function openDrafts({ meeting, person, data, keep }) {
  const owner = `${data}/${meeting}/${person}`;
  /** @type {Map<string, Draft>} */
  const drafts = new Map();
  /** @type {Set<string>} keys whose writing to disk is under way or wanted again */
  const writing = new Set();
  const again = new Set();

  const ready = keep.all().then((kept) => {
    for (const [key, draft] of kept) if (draft.owner === owner && !drafts.has(key)) drafts.set(key, draft);
  });

  /** One write at a time for each field; what came meanwhile goes in one more. @param {string} key */
  async function store(key) {
    if (writing.has(key)) return void again.add(key);
    writing.add(key);
    const draft = drafts.get(key);
    await (draft ? keep.set(key, draft) : keep.drop(key));
    writing.delete(key);
    if (again.delete(key)) await store(key);
  }

  const name = (/** @type {string} */ run, /** @type {string} */ cell) => `${owner}/${run}/${cell}`;

  return {
    ready,
    /** @param {string} run @param {string} cell @param {any} value @param {number} at @param {boolean} itself */
    set(run, cell, value, at, itself) {
      const key = name(run, cell);
      drafts.set(key, { key, run, cell, value, at, itself, owner });
      return store(key);
    },
    /** @param {string} run @param {string} cell */
    get: (run, cell) => drafts.get(name(run, cell)),
    /** @param {string} run */
    of: (run) => [...drafts.values()].filter((draft) => draft.run === run),
    all: () => [...drafts.values()],
    /** @param {string} run @param {string} cell */
    drop(run, cell) {
      const key = name(run, cell);
      if (!drafts.delete(key)) return Promise.resolve();
      return store(key);
    },
  };
}
