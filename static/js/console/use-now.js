// @ts-check
/** Paints again each second, or each `every` milliseconds: for what says how long ago, or how long still. */
import { useEffect, useState } from 'preact/hooks';

export function useNow(every = 1000) {
  const [, turn] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => turn((count) => count + 1), every);
    return () => window.clearInterval(timer);
  }, [every]);
}
