// @ts-check
/** One person's answers on this phone: what the server has, what is on its way, what is still a draft, as one.
 *
 * Newest wins, from the inside out: the server's answer, then what waits in the outbox, then the draft. The word under a
 * field says which of them one is looking at.
 */
import * as clock from './clock.js';
import { openDrafts } from './drafts.js';
import { keep } from './keep.js';
import { openOutbox } from './outbox.js';

/**
 * @typedef {'draft' | 'queued' | 'sending' | 'received' | 'late' | 'refused'} CellState
 * @typedef {{state: CellState, at: number, by?: number, why?: string, value?: any, entry?: string, counts?: boolean}} CellWord
 * @typedef {{[cell: string]: {v: any, at: string, late?: boolean, counts?: boolean, by?: number}}} Kept   answers of one run, from the server
 */

/**
 * @param {object} of
 * @param {string} of.meeting
 * @param {number} of.person
 * @param {() => string} of.data
 * @param {(message: any) => Promise<import('./outbox.js').Reply>} of.send
 * @param {(entry: import('./outbox.js').Entry, reply: import('./outbox.js').Reply) => void} [of.settled]
 * @param {(entry: import('./outbox.js').Entry, reply: import('./outbox.js').Reply) => void} [of.refused]
 */
export function openDesk({ meeting, person, data, send, settled, refused }) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => listeners.forEach((listener) => listener());
  let line = false;
  const drafts = openDrafts({ meeting, person, data: data(), keep: keep('drafts') });
  const outbox = openOutbox({ meeting, person, data, now: clock.now, keep: keep('outbox'), send, settled, refused });
  outbox.on(tell);

  const desk = {
    /** Drafts and waiting answers are read; drafts that go by themselves and were cut off are on their way again. */
    ready: Promise.all([drafts.ready, outbox.ready]).then(() => {
      for (const draft of drafts.all()) if (draft.itself) void desk.put(draft.run, draft.cell, draft.value, draft.at);
      tell();
    }),
    outbox,
    /**
     * Answer one cell. @param {string} run @param {string} cell @param {any} value @param {number} [at] when written
     */
    async put(run, cell, value, at = clock.now()) {
      await outbox.put({ type: 'answer', run, cell, value }, at);
      const draft = drafts.get(run, cell);
      if (draft && draft.at <= at) await drafts.drop(run, cell); // what was typed since then stays
      tell();
    },
    /**
     * Keep what is not yet sent. @param {string} run @param {string} cell @param {any} value
     * @param {boolean} [itself]  words of a field: sent by themselves, and no need to draw the page anew for each letter
     */
    draft(run, cell, value, itself = false) {
      void drafts.set(run, cell, value, clock.now(), itself);
      if (!itself) tell();
    },
    /** @param {string} run @param {string} cell */
    undraft(run, cell) {
      void drafts.drop(run, cell);
      tell();
    },
    /** Any other command that should arrive even if the line is away now. @param {import('./outbox.js').Body} body */
    command: (body) => outbox.put(body),
    /** @param {boolean} there */
    line(there) {
      if (there !== line) {
        line = there;
        outbox.line(there);
      }
    },
    /**
     * @param {string} run @param {Kept} [kept] @param {boolean} [unsent]  false: only what was sent
     * @returns {{[cell: string]: any}}
     */
    cells(run, kept = {}, unsent = true) {
      /** @type {{[cell: string]: any}} */
      const cells = {};
      for (const [cell, answer] of Object.entries(kept)) cells[cell] = answer.v;
      for (const { body } of outbox.waiting()) if (body.type === 'answer' && body.run === run) cells[body.cell ?? ''] = body.value;
      if (unsent) for (const draft of drafts.of(run)) cells[draft.cell] = draft.value;
      return cells;
    },
    /** @param {string} run @param {Kept} [kept] @returns {{[cell: string]: CellWord}} */
    states(run, kept = {}) {
      /** @type {{[cell: string]: CellWord}} */
      const states = {};
      for (const [cell, answer] of Object.entries(kept))
        states[cell] = { state: answer.late ? 'late' : 'received', at: Date.parse(answer.at), by: answer.by, counts: answer.counts };
      for (const { id, at, body, refused } of outbox.refused())
        if (body.run === run && !(states[body.cell ?? '']?.at > (refused?.at ?? 0)))
          states[body.cell ?? ''] = { state: 'refused', at: refused?.at ?? at, why: refused?.why, value: body.value, entry: id };
      for (const { id, at, body } of outbox.waiting()) {
        if (body.type !== 'answer' || body.run !== run) continue;
        states[body.cell ?? ''] = { state: line ? 'sending' : 'queued', at: outbox.since(id) ?? at };
      }
      for (const draft of drafts.of(run)) if (!draft.itself) states[draft.cell] = { state: 'draft', at: draft.at };
      return states;
    },
    /** How many answers are kept here and not yet stored. */
    waiting: () => outbox.waiting().filter((entry) => entry.body.type === 'answer').length,
    /** @param {() => void} listener @returns {() => void} stop */
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return desk;
}

/** @typedef {ReturnType<typeof openDesk>} Desk */
