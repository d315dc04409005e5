// The live line: one view, replaced part by part; a dead line is noticed within two seconds of waking up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';

/** A page's window and document, as far as the line looks at them. */
function world() {
  const make = () => {
    const heard = new Map();
    return {
      addEventListener: (name, listener) => heard.set(name, [...(heard.get(name) ?? []), listener]),
      removeEventListener: () => {},
      fire: (name) => (heard.get(name) ?? []).forEach((listener) => listener()),
    };
  };
  globalThis.window = make();
  globalThis.document = { ...make(), visibilityState: 'visible', documentElement: { lang: 'ml' } };
  globalThis.location = { origin: 'http://hall' };
}

/** A socket that records what happens to it. */
function fake() {
  const handlers = new Map();
  const socket = {
    connected: false, active: true, calls: [], emitted: [], answer: async () => ({ now: new Date().toISOString() }),
    on: (name, handler) => handlers.set(name, handler),
    say: (name, message) => handlers.get(name)?.(message),
    connect() {
      socket.calls.push('connect');
      return socket;
    },
    disconnect() {
      socket.calls.push('disconnect');
      socket.connected = false;
      return socket;
    },
    timeout: (patience) => ({
      emitWithAck: (event, message) => {
        socket.emitted.push([event, message]);
        return Promise.race([socket.answer(event, message), new Promise((none, fail) => setTimeout(() => fail(new Error('timeout')), patience))]);
      },
    }),
    volatile: { emit: (event, message) => socket.emitted.push([event, message]) },
  };
  const open = (origin, options) => Object.assign(socket, { origin, options });
  return { socket, open };
}

async function line(kept = null) {
  world();
  const { openLink } = await import('../../../static/js/live/link.js');
  const { socket, open } = fake();
  const link = openLink({ meeting: 'm', face: 'trainee', data: 'd', kept, open });
  return { link, socket };
}
const quiet = () => new Promise((done) => setImmediate(done));

test('who asks for what travels with the connecting itself, each time anew', async () => {
  const { link, socket } = await line({ view: { me: {} }, seq: 41 });
  const auths = [];
  socket.options.auth((auth) => auths.push(auth));
  socket.say('view', { seq: 50, parts: {} });
  await quiet();
  socket.options.auth((auth) => auths.push(auth));
  assert.deepEqual(auths, [{ meeting: 'm', face: 'trainee', lang: 'ml', have: 41 }, { meeting: 'm', face: 'trainee', lang: 'ml', have: 50 }]);
  assert.deepEqual([socket.options.transports, socket.options.tryAllTransports], [['websocket', 'polling'], true]);
  link.close();
});

test('a whole view replaces everything, a part replaces itself, null takes it away', async () => {
  const { link, socket } = await line();
  socket.say('view', { whole: true, seq: 1, data: 'd2', parts: { now: { run: 'a' }, word: { id: 1 }, old: [] } });
  socket.say('view', { seq: 2, parts: { now: { run: 'b' }, word: null } });
  await quiet();
  assert.deepEqual([link.view, link.seq, link.data, link.line], [{ now: { run: 'b' }, old: [] }, 2, 'd2', 'live']);
  socket.say('view', { whole: true, seq: 3, parts: { me: {} } });
  await quiet();
  assert.deepEqual(link.view, { me: {} });
  link.close();
});

/** As the server sends what is long. */
function pressed(message) {
  const bytes = deflateSync(JSON.stringify(message));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
const until = async (is) => {
  while (!is()) await quiet();
};

test('a pressed view is read, and what came after it stays after it', async () => {
  const { link, socket } = await line();
  socket.say('view', pressed({ whole: true, seq: 4, parts: { now: { run: 'a' }, answers: { a: 1 } } }));
  socket.say('view', { seq: 5, parts: { answers: { a: 2 } } });
  await until(() => link.seq === 5);
  assert.deepEqual([link.view, link.line], [{ now: { run: 'a' }, answers: { a: 2 } }, 'live']);
  link.close();
});

test('an answer is acknowledged after what was told before it', async () => {
  const { link, socket } = await line();
  socket.connected = true;
  socket.say('view', pressed({ whole: true, seq: 4, parts: { answers: {} } }));
  await link.do({ id: 'c1', type: 'answer' });
  assert.deepEqual(link.view, { answers: {} });
  link.close();
});

test('a browser that cannot read what is pressed fetches the whole view', async (t) => {
  const { link, socket } = await line();
  const { DecompressionStream } = globalThis;
  t.after(() => Object.assign(globalThis, { DecompressionStream }));
  delete globalThis.DecompressionStream;
  const asked = t.mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify({ whole: true, seq: 9, parts: { me: {} } })));
  socket.say('view', pressed({ seq: 9, parts: { me: {} } }));
  await until(() => link.seq === 9);
  assert.deepEqual([link.view, asked.mock.calls.map((call) => call.arguments[0])], [{ me: {} }, ['/m/m/view.json?face=trainee']]);
  link.close();
});

test('what cannot be read at all opens the line anew', async () => {
  const { link, socket } = await line();
  socket.say('view', new ArrayBuffer(8));
  await until(() => socket.calls.includes('connect'));
  assert.deepEqual([socket.calls, link.view], [['disconnect', 'connect'], null]);
  link.close();
});

test('a view that says only its number keeps what the phone had', async () => {
  const { link, socket } = await line({ view: { now: { run: 'a' } }, seq: 7 });
  socket.say('view', { seq: 7 });
  await quiet();
  assert.deepEqual([link.view, link.fresh, link.line], [{ now: { run: 'a' } }, true, 'live']);
  link.close();
});

test('a woken phone whose line does not answer opens a new one within two seconds', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { link, socket } = await line();
  socket.connected = true;
  socket.answer = () => new Promise(() => {});
  window.fire('online');
  t.mock.timers.tick(2_000);
  await quiet();
  assert.deepEqual(socket.calls, ['disconnect', 'connect']);
  link.close();
});

test('a woken phone whose line answers keeps it', async () => {
  const { link, socket } = await line();
  socket.connected = true;
  document.fire('visibilitychange');
  await quiet();
  assert.deepEqual(socket.calls, []);
  assert.deepEqual(socket.emitted.map(([event]) => event), ['here', 'beat']);
  link.close();
});

test('a woken phone without a line does not sit out the pause between two tries', async () => {
  const { link, socket } = await line();
  socket.say('connect_error', new Error('the server is down'));
  window.fire('online');
  assert.deepEqual(socket.calls, ['disconnect', 'connect']);
  link.close();
});

test('waking up does not begin anew what has just begun', async () => {
  const { link, socket } = await line();
  window.fire('online');
  document.fire('visibilitychange');
  assert.deepEqual(socket.calls, []);
  link.close();
});

test('a try that has not come through for two seconds is begun anew on waking up, once', async (t) => {
  const { link, socket } = await line();
  t.mock.method(performance, 'now', (at => () => at)(performance.now() + 2_001));
  window.fire('online');
  document.fire('visibilitychange');
  assert.deepEqual(socket.calls, ['disconnect', 'connect']);
  link.close();
});

test('without a line a command is not sent into the void but given back', async () => {
  const { link } = await line();
  await assert.rejects(link.do({ id: 'x', type: 'answer' }), /no line/);
  link.close();
});

test('who is turned away reads why, and is not let in by trying', async () => {
  const { link, socket } = await line();
  socket.active = false;
  socket.say('connect_error', { message: 'no', data: { code: 'sign-in', text: 'Please sign in again.' } });
  assert.deepEqual([link.line, link.refusal], ['refused', { code: 'sign-in', text: 'Please sign in again.' }]);
  link.close();
});

test('a busy server is asked again by itself', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { link, socket } = await line();
  socket.active = false;
  socket.say('connect_error', { message: 'no', data: { code: 'again', text: 'One moment.' } });
  t.mock.timers.tick(4_000);
  assert.deepEqual([link.line, socket.calls], ['opening', ['connect']]);
  link.close();
});
