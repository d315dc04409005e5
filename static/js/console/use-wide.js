// @ts-check
/** Whether the three columns of a laptop fit: the same width as in facilitator.css. */
import { useEffect, useState } from 'preact/hooks';

const WIDE = '(min-width: 62rem)';

export function useWide() {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = () => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return wide;
}
