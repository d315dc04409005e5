// @ts-check
/** Tells once when something has stood on the screen long enough to have been read: "seen" must be true. */
import { useEffect, useRef } from 'preact/hooks';

const READ_MS = 2_000; // one line at a glance

/** @param {boolean} wanted @param {() => void} tell @returns {import('preact').RefObject<HTMLDivElement>} */
export function useSeen(wanted, tell) {
  const box = useRef(/** @type {HTMLDivElement} */ (/** @type {unknown} */ (null)));
  useEffect(() => {
    if (!wanted || !box.current) return undefined;
    let timer = 0;
    const watcher = new IntersectionObserver(([entry]) => {
      window.clearTimeout(timer);
      if (entry.isIntersecting) timer = window.setTimeout(() => document.visibilityState === 'visible' && tell(), READ_MS);
    }, { threshold: 0.9 });
    watcher.observe(box.current);
    return () => {
      window.clearTimeout(timer);
      watcher.disconnect();
    };
  }, [wanted]);
  return box;
}
