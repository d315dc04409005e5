// A class of phones, each with the official socket.io-client, and a trainer who opens one poll after the other.
//
// Reads one JSON object from the standard input: {origin, meeting, runs, last, options, window, pid, trainer, phones};
// `trainer` and each of `phones` are cookies. In each round every phone answers once, at a moment of its own within `window`
// ms of hearing that the poll is open. After the measured `runs` comes, if named, the `last` one: it is not measured, and
// one JSON object is printed as soon as its last answer is acknowledged, so that whoever started this may cut the server's
// power at that moment and count what is stored.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { io } from 'socket.io-client';

const CONNECTING = 50; // at once, as when a hall's Wi-Fi comes up
const PATIENCE = 10_000; // ms for one answer, and for a round to be heard of
const SETTLE = 500; // ms: what is still told after the last answer belongs to the round
const TICKS = 100; // of /proc in a second, on every Linux we know

const { origin, meeting, runs, last, options, window, pid, trainer, phones } = JSON.parse(await text(process.stdin));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

/** Seconds of processor time the server has used; null where there is no /proc. */
function cpu() {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

class Phone {
  constructor(cookie, face) {
    this.phases = {};
    this.waiting = new Map(); // "run phase" → resolve
    this.socket = io(origin, {
      transports: ['websocket'], forceNew: true, reconnection: false, timeout: 30_000,
      auth: { meeting, face, have: 0 }, extraHeaders: { cookie },
    });
    this.viewed = new Promise((resolve, reject) => {
      this.socket.once('view', resolve);
      this.socket.once('connect_error', reject);
    });
    this.socket.on('view', (told) => {
      const { parts } = Buffer.isBuffer(told) ? JSON.parse(inflateSync(told)) : told;
      for (const [run, { phase }] of Object.entries(parts?.runs ?? {})) {
        this.phases[run] = phase;
        this.waiting.get(`${run} ${phase}`)?.();
      }
    });
  }

  hears(run, phase) {
    if (this.phases[run] === phase) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.set(`${run} ${phase}`, resolve);
      setTimeout(() => reject(new Error(`never heard that ${run} is ${phase}`)), PATIENCE + window).unref();
    });
  }

  async do(id, message) {
    for (let tries = 0; tries < 5; tries++) {
      try {
        const reply = await this.socket.timeout(PATIENCE).emitWithAck('do', { id, age: 0, ...message });
        if (!reply.again) return reply;
      } catch { /* nothing was heard: the same again */ }
      await pause(200);
    }
    return { refused: 'never-acknowledged' };
  }

  get bytes() {
    const wire = this.socket.io.engine.transport.ws._socket;
    return wire.bytesRead + wire.bytesWritten;
  }
}

async function connectAll(cookies) {
  const made = [];
  let next = 0;
  const one = async () => {
    while (next < cookies.length) {
      const at = next++;
      made[at] = new Phone(cookies[at], 'trainee');
      await made[at].viewed;
    }
  };
  await Promise.all(Array.from({ length: CONNECTING }, one));
  return made;
}

/** The trainer opens, everybody answers; how long each waited for the acknowledgement. */
async function poll(run, within) {
  const waits = [];
  const opening = host.do(`open-${run}`, { type: 'open', run });
  await Promise.all(all.map(async (phone, at) => {
    await phone.hears(run, 'open');
    await pause(Math.random() * within);
    const asked = performance.now();
    const reply = await phone.do(`${run}-${at}`, { type: 'answer', run, cell: '', value: options[at % options.length] });
    waits.push(performance.now() - asked);
    if (reply.refused) refused.push(reply.refused);
  }));
  const opened = await opening;
  if (opened.refused) throw new Error(`${run} was not opened: ${JSON.stringify(opened)}`);
  return waits;
}

const refused = [];
const began = performance.now();
const host = new Phone(trainer, 'console');
await host.viewed;
const all = await connectAll(phones);
const connect_seconds = (performance.now() - began) / 1000;
const join_bytes = all.map((phone) => phone.bytes);
await host.do('start', { type: 'start' });
await pause(SETTLE);

const rounds = [];
for (const run of runs) {
  const used = cpu();
  const sent = all.map((phone) => phone.bytes);
  const waits = await poll(run, window);
  await pause(SETTLE);
  const closed = Promise.all(all.map((phone) => phone.hears(run, 'closed')));
  await host.do(`close-${run}`, { type: 'close', run });
  await closed;
  await pause(SETTLE);
  rounds.push({
    waits,
    cpu: used === null ? null : cpu() - used,
    bytes: all.map((phone, at) => phone.bytes - sent[at]),
  });
}
if (last) await poll(last, window / 2);
console.log(JSON.stringify({ connect_seconds, join_bytes, rounds, refused, delay_p99_ms: delay.percentile(99) / 1e6 }));
process.exit(0);
