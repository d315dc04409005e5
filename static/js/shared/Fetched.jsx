// @ts-check
/** A face that is fetched when it is first needed, so that nobody waits for what she may never open. */
import { useEffect, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import { Loading } from './Loading.jsx';

/** @typedef {(props: any) => import('preact').ComponentChild} Face */
/** @typedef {() => Promise<Face>} Fetch */

const AGAIN = 3_000; // ms: a weak line is back after 3 to 6 s

/**
 * A face that shows itself once it is here, and asks again while there is no line. `known`: it may have come with another.
 * @param {Fetch} fetch @param {any} [before] @param {() => Face | undefined} [known] @returns {Face}
 */
export function fetched(fetch, before = <Loading what={_('Slow line. Opening the activity …')} />, known) {
  /** @type {Face | undefined} */
  let Here;
  return function Fetched(props) {
    Here ??= known?.();
    const [, draw] = useState(0);
    useEffect(() => {
      if (Here) return undefined;
      /** @type {ReturnType<typeof setTimeout>} */
      let timer;
      let stopped = false;
      const load = () => fetch().then(
        (one) => { Here = one; if (!stopped) draw(1); },
        () => { if (!stopped) timer = setTimeout(load, AGAIN); },
      );
      load();
      return () => { stopped = true; clearTimeout(timer); };
    }, []);
    return Here ? <Here {...props} /> : before;
  };
}
