// A server, lines that fail and phones that are killed, all inside one test and on a clock that the test moves.
import { mock } from 'node:test';
import * as Y from 'yjs';
import { share } from '../../../static/js/sheets/share.js';
import { Field } from './field.mjs';

export const PLACE = { meeting: 'm1', run: 'map', group: 'g1', data: 'data-1' };

/** Let everything that is promised happen. */
export const settle = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};

export async function pass(ms, step = 250) {
  for (let done = 0; done < ms; done += step) {
    mock.timers.tick(Math.min(step, ms - done));
    await settle();
  }
}

const after = (ms, then) => (ms ? setTimeout(then, ms) : then());

/** What the real one does, without a network: stores, answers, passes on. */
export class Server {
  constructor() {
    this.updates = [];
    this.ids = new Set();
    this.lines = new Set();
    this.open = true;
    this.refusal = null; // or (message) => {refused, why} | null
    this.asked = [];
  }

  get doc() {
    const doc = new Y.Doc();
    for (const update of this.updates) Y.applyUpdate(doc, update);
    return doc;
  }

  text(key) {
    return this.doc.getText(key).toString();
  }

  answer(line, event, message) {
    this.asked.push([event, message]);
    const now = new Date().toISOString();
    if (event === 'sheet_join') {
      line.joined = true;
      const doc = this.doc;
      return { update: Y.encodeStateAsUpdate(doc, message.have), have: Y.encodeStateVector(doc), open: this.open, now };
    }
    const refusal = this.refusal?.(message);
    if (refusal) return refusal;
    if (this.ids.has(message.id)) return { ok: true, now };
    const after = this.doc;
    Y.applyUpdate(after, message.update);
    if (after.store.pendingStructs || after.store.pendingDs) return { refused: 'missing-before', why: 'Again.' };
    this.ids.add(message.id);
    this.updates = [Y.encodeStateAsUpdate(after)];
    for (const other of this.lines) if (other !== line && other.joined) other.tell('sheet', { ...message, by: line.person });
    return { ok: true, now };
  }
}

/** `static/js/live/link.js` as far as a sheet needs it. `trip` ms to the server and back; `deaf`: answers get lost. */
export class Line {
  constructor(server, person, { data = PLACE.data, live = true } = {}) {
    Object.assign(this, { server, person, data, trip: 0, deaf: false, joined: false, line: live ? 'live' : 'away' });
    this.listeners = new Set();
    this.hearers = {};
    if (live) server.lines.add(this);
  }

  on(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  hear(event, hearer) {
    (this.hearers[event] ??= new Set()).add(hearer);
    return () => this.hearers[event].delete(hearer);
  }

  tell(event, message) {
    for (const hearer of this.hearers[event] ?? []) hearer(structuredClone(message));
  }

  mention() {}

  ask(event, message, patience = 6_000) {
    const sent = structuredClone(message);
    return new Promise((resolve, reject) => {
      if (this.line !== 'live') return reject(new Error('no line'));
      setTimeout(() => reject(new Error('nothing heard')), patience);
      const asked = this.number;
      const deliver = () => {
        if (this.line !== 'live' || asked !== this.number) return;
        const reply = this.server.answer(this, event, sent);
        if (!this.deaf) after(this.trip / 2, () => asked === this.number && resolve(structuredClone(reply)));
      };
      after(this.trip / 2, deliver);
    });
  }

  number = 1;

  cut() {
    this.number++; // what was under way is gone
    this.joined = false;
    this.line = 'away';
    this.server.lines.delete(this);
    for (const listener of [...this.listeners]) listener();
  }

  back() {
    this.line = 'live';
    this.server.lines.add(this);
    for (const listener of [...this.listeners]) listener();
  }
}

/** A phone's memory, from which a dead tab writes no more. */
export class Memory {
  kept = new Map();

  forTab(tab) {
    const alive = (work) => async (...given) => (tab.dead ? new Promise(() => {}) : work(...given));
    return {
      all: alive(() => [...this.kept].map(([key, value]) => [key, structuredClone(value)])),
      get: alive((key) => structuredClone(this.kept.get(key))),
      set: alive((key, value) => void this.kept.set(key, structuredClone(value))),
      drop: alive((key) => void this.kept.delete(key)),
    };
  }
}

/** One page open on one phone. */
export class Tab {
  constructor(server, person, { memory = new Memory(), place = PLACE, live = true } = {}) {
    Object.assign(this, { server, person, memory, place, dead: false });
    this.link = new Line(server, person, { data: place.data, live });
    this.sheet = share(this.link, { ...place, person, store: memory.forTab(this), now: () => Date.now() });
  }

  field(key = 'who') {
    const el = new Field();
    this.sheet.bind(el, key);
    return el;
  }

  /** No farewell: the system wanted its memory back. The next tab finds what was kept. */
  kill({ live = true, person = this.person, place = this.place } = {}) {
    this.dead = true;
    this.link.cut();
    this.link.listeners.clear();
    return new Tab(this.server, person, { memory: this.memory, place, live });
  }
}
