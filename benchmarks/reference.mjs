// What the class is compared with: the official socket.io server for Node with the least that such a poll needs.
//
// It keeps answers in memory only and stores nothing, knows nobody, checks only what it must to count: no database, no
// sign-in, no rights, no phases beyond open and closed. It speaks the same messages and tells counts as often as we do: the
// trainer 4 times a second, phones once in 2 s. Prints its port.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const TRAINER_PAUSE = 250; // ms
const PHONE_PAUSE = 2_000; // ms
const OPTIONS = new Set(process.argv[2].split(','));

const http = createServer();
const io = new Server(http, { perMessageDeflate: false });
const answers = new Map(); // run → person → option
const phases = {};
let seq = 0;
let isNew = { trainers: false, trainees: false };

function tally(run) {
  const counts = Object.fromEntries([...OPTIONS].map((option) => [option, 0]));
  for (const option of answers.get(run).values()) counts[option]++;
  return { n: answers.get(run).size, counts };
}

function tell(audience, parts) {
  io.to(audience).emit('view', { seq, now: new Date().toISOString(), parts });
}

function tellCounts(audience) {
  if (!isNew[audience]) return;
  isNew[audience] = false;
  const open = Object.keys(phases).filter((run) => phases[run] === 'open');
  tell(audience, { tallies: Object.fromEntries(open.map((run) => [run, tally(run)])) });
}
setInterval(() => tellCounts('trainers'), TRAINER_PAUSE);
setInterval(() => tellCounts('trainees'), PHONE_PAUSE);

function turn(run, phase) {
  phases[run] = phase;
  if (!answers.has(run)) answers.set(run, new Map());
  for (const audience of ['trainers', 'trainees']) tell(audience, { runs: { [run]: { phase } }, now: { run }, tallies: { [run]: tally(run) } });
}

io.on('connection', (socket) => {
  const { face } = socket.handshake.auth;
  socket.join(face === 'console' ? 'trainers' : 'trainees');
  socket.emit('view', { whole: true, seq, now: new Date().toISOString(), parts: { runs: {} } });
  socket.on('do', (message, acknowledge) => {
    seq++;
    if (message.type === 'answer') {
      if (phases[message.run] !== 'open' || !OPTIONS.has(message.value)) return acknowledge({ refused: 'no' });
      answers.get(message.run).set(socket.id, message.value);
      isNew = { trainers: true, trainees: true };
    }
    acknowledge({ seq, now: new Date().toISOString() });
    if (message.type === 'open') turn(message.run, 'open');
    if (message.type === 'close') turn(message.run, 'closed');
  });
});

http.listen(0, '127.0.0.1', 4_096, () => console.log(http.address().port));
