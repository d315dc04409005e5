// @ts-check
/** When a text is too long for the wall, everything becomes a step smaller until it fits: nothing is cut. */
import { useLayoutEffect } from 'preact/hooks';

const STEPS = ['fit-1', 'fit-2', 'fit-3']; // in facilitator.css; smaller could not be read from the last row
const SLACK = 2; // px: halves of pixels are no overflow

export function useFit() {
  useLayoutEffect(() => {
    const page = document.documentElement;
    const watcher = new MutationObserver(fit); // what is fetched comes later than the view; classes are not watched
    watcher.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', fit);
    document.addEventListener('load', fit, true); // pictures
    fit();
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', fit);
      document.removeEventListener('load', fit, true);
    };

    function fit() {
      page.classList.remove(...STEPS);
      for (const step of STEPS) {
        const parts = [...document.querySelectorAll('.hall, .hall-part')];
        if (!parts.some((part) => part.scrollHeight > part.clientHeight + SLACK)) return;
        page.classList.remove(...STEPS);
        page.classList.add(step);
      }
    }
  }, []);
}
