// @ts-check
/** The faces of activities on the phone: those of every day are at hand, the others are fetched when the day is known. */
import { kinds as trainees, later as traineesLater } from 'koottam:kinds/Trainee';
import { kinds as reviews, later as reviewsLater } from 'koottam:kinds/Review';
import { useEffect } from 'preact/hooks';
import { fetched } from '../shared/Fetched.jsx';

/** @import { Face, Fetch } from '../shared/Fetched.jsx' */

const CALM = 8_000; // ms after the day is known: the first screen is drawn, and its answers have gone first

/** The kind `break` lives in the folder `interval`: Python keeps the other word for itself. @param {string} kind */
const folder = (kind) => (kind === 'break' ? 'interval' : kind);

/** @type {Map<Fetch, Face>} */
const waiting = new Map();

/** @param {Record<string, Face>} atHand @param {Record<string, Fetch | undefined>} later @param {string} kind @returns {Face} */
function face(atHand, later, kind) {
  const name = folder(kind);
  const fetch = later[name];
  if (!fetch) return atHand[name];
  const known = waiting.get(fetch) ?? fetched(fetch);
  waiting.set(fetch, known);
  return known;
}

/** @param {string} kind */
export const traineeFace = (kind) => face(trainees, traineesLater, kind);
/** @param {string} kind */
export const reviewFace = (kind) => face(reviews, reviewsLater, kind);

/** @type {any} */
let rare;
const fetchRare = () => import('koottam:later').then((all) => (rare = all));
/** @param {string} name @param {any} [before] @returns {Face} */
const rarely = (name, before) => fetched(() => fetchRare().then((/** @type {any} */ all) => all[name]), before, () => rare?.[name]);

export const Ended = rarely('Ended');
export const Group = rarely('Group');
export const ReportBack = rarely('ReportBack');
export const Play = rarely('Play');
export const Round = rarely('Round', null);
export const Beside = rarely('Beside', null);
export const OldSheet = rarely('OldSheet', null);
export const Offer = rarely('Offer', null);

/** Fetches what this day will need, so that it is there when the line is not. @param {any} agenda */
export function useFacesOf(agenda) {
  useEffect(() => {
    if (!agenda) return undefined;
    const kinds = new Set(agenda.items.flatMap((/** @type {any} */ item) => [item, ...(item.children ?? [])]).map((/** @type {any} */ { kind }) => folder(kind)));
    const timer = setTimeout(async () => {
      await fetchRare().catch(() => {});
      for (const later of [traineesLater, reviewsLater]) for (const kind of kinds) await later[kind]?.().catch(() => {});
    }, CALM);
    return () => clearTimeout(timer);
  }, [agenda]);
}
