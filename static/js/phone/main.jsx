// @ts-check
/** The trainee's phone: opens what it kept, then the line, and draws the screen that fits what the server said last. */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { catalogueReady } from '../i18n.js';
import * as clock from '../live/clock.js';
import { openDesk } from '../live/desk.js';
import { openLibrary } from '../live/http.js';
import { keep } from '../live/keep.js';
import { openLink } from '../live/link.js';
import { openOffline } from '../live/offline.js';
import { sendLeftovers } from '../sheets/leftovers.js';
import { App } from './App.jsx';
import { useFacesOf } from './faces.jsx';
import { RoomContext, useJson, useRoom } from './room.js';

const CALM = 2_000; // ms a line may be gone before a word is said: most gaps are shorter, and a flicker frightens
const WRITE = 400; // ms between two keepings of the view

const home = /** @type {HTMLElement} */ (document.getElementById('app'));
const meeting = home.dataset.meeting ?? '';
const me = Number(home.dataset.person);
const data = home.dataset.data ?? '';

start();

async function start() {
  const views = keep('views');
  const mine = `${data}/${meeting}/${me}`;
  const [kept] = await Promise.all([views.get(mine), catalogueReady]);
  clock.recall(kept?.lag);
  const library = openLibrary(`${data}/${me}`);
  const link = openLink({ meeting, face: 'trainee', data, kept });
  const desk = openDesk({
    meeting, person: me, data: () => link.data || data, send: link.do,
    settled: (entry, reply) => settle(link, entry, reply),
    refused: (entry, reply) => entry.body.type !== 'answer' && refusals.forEach((hear) => hear({ code: reply.refused ?? '', why: reply.why ?? '' })),
  });
  await Promise.all([library.ready, desk.ready]);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const follow = () => {
    // Answers go only to the server and the person they were written for.
    desk.line(link.line === 'live' && link.view?.me?.person === me);
    if (link.fresh && ((link.data && data && link.data !== data) || (link.view?.me?.person ?? me) !== me)) return anew();
    timer ??= setTimeout(() => {
      timer = undefined;
      void views.set(mine, { view: link.view, seq: link.seq, lag: clock.lag() });
    }, WRITE);
  };
  link.on(follow);
  follow();
  tidy(views, mine);
  sendLeftovers(link, { meeting, person: me });
  render(<Page {...{ link, desk, library }} />, home);
  void openOffline();
}

/** @type {Set<(refusal: {code: string, why: string}) => void>} */
const refusals = new Set();

/** The server has it: the view shows it at once, and a reload without a line does too. */
function settle(/** @type {import('../live/link.js').Link} */ link, /** @type {any} */ { body, at }, /** @type {any} */ reply) {
  if (body.type !== 'answer') return;
  link.amend((view) => {
    const answers = { ...view.answers };
    const stored = answers[body.run]?.[body.cell];
    const time = reply.now ?? new Date(clock.now()).toISOString();
    // The view may have told it already, late or not and counted or not: then it knows better.
    if (stored && JSON.stringify(stored.v) === JSON.stringify(body.value) && Date.parse(stored.at) >= at - 1_000) return view;
    answers[body.run] = { ...answers[body.run], [body.cell]: { v: body.value, at: time, by: me } };
    return { ...view, answers };
  });
}

/** Another data set or another person signed in: this page is of yesterday. Once, not in a circle. */
function anew() {
  if (sessionStorage.getItem('koottam-anew') === data) return;
  sessionStorage.setItem('koottam-anew', data);
  location.reload();
}

/** Views of other persons and old meetings do not stay on a shared phone. @param {import('../live/keep.js').Keep} views @param {string} mine */
async function tidy(views, mine) {
  for (const [key] of await views.all()) if (key !== mine) void views.drop(key);
}

/** @param {{link: import('../live/link.js').Link, desk: import('../live/desk.js').Desk, library: import('../live/http.js').Library}} props */
function Page({ link, desk, library }) {
  const [, draw] = useState(0);
  const [looked, look] = useState(/** @type {string | null} */ (null));
  const [refusal, refuse] = useState(/** @type {{code: string, why: string} | null} */ (null));
  const away = useAway(link.line === 'away' || link.line === 'opening');
  useEffect(() => {
    const again = () => draw((n) => n + 1);
    const stops = [link.on(again), desk.on(again)];
    refusals.add(refuse);
    again(); // the first view may have come between the drawing and this
    return () => {
      stops.forEach((stop) => stop());
      refusals.delete(refuse);
    };
  }, [link, desk]);
  const view = link.view ?? {};
  const at = `${view.now?.run}/${view.now?.item}`;
  useEffect(() => look(null), [at]); // when the class goes on, so does this phone
  useEffect(() => {
    if (!refusal) return undefined;
    const timer = setTimeout(() => refuse(null), 20_000); // long enough to be read aloud twice
    return () => clearTimeout(timer);
  }, [refusal]);
  const base = { link, desk, library, meeting, me, view, away, refusal, look, redraw: () => draw((n) => n + 1), act: (/** @type {any} */ body) => void desk.command(body) };
  return (
    <RoomContext.Provider value={{ ...base, agenda: null, people: {} }}>
      <Known base={base} looked={looked} />
    </RoomContext.Provider>
  );
}

/** Roster and agenda, once they are here. @param {{base: any, looked: string | null}} props */
function Known({ base, looked }) {
  const { view } = useRoom();
  const roster = useJson(view.meeting?.roster);
  const agenda = useJson(view.meeting?.agenda) ?? null;
  const people = useMemo(() => known(roster?.people ?? []), [roster]);
  useFacesOf(agenda);
  return (
    <RoomContext.Provider value={{ ...base, agenda, people }}>
      <App looked={looked} />
    </RoomContext.Provider>
  );
}

/** By id, with the first name as the short one where only one person has it. @param {any[]} all */
function known(all) {
  const first = (/** @type {any} */ one) => one.name.split(' ')[0];
  const alone = (/** @type {any} */ one) => all.filter((other) => first(other) === first(one)).length === 1;
  return Object.fromEntries(all.map((one) => [one.id, { short: alone(one) ? first(one) : one.name, ...one }]));
}

/** @param {boolean} gone */
function useAway(gone) {
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!gone) return setAway(false);
    const timer = setTimeout(() => setAway(true), CALM);
    return () => clearTimeout(timer);
  }, [gone]);
  return away && gone;
}
