// @ts-check
/** Which of the four views is on the screen: in the address, so that "back" and a reload lead where one expects. */
import { useEffect, useState } from 'preact/hooks';

const TABS = ['now', 'agenda', 'groups', 'people'];

const fromAddress = () => {
  const tab = location.hash.slice(1);
  return TABS.includes(tab) ? tab : 'now';
};

/** @returns {[string, (tab: string) => void]} */
export function useTab() {
  const [tab, setTab] = useState(fromAddress);
  useEffect(() => {
    const follow = () => setTab(fromAddress());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  /** @param {string} to */
  const go = (to) => {
    if (location.hash.slice(1) !== to) location.hash = to;
    setTab(to);
  };
  return [tab, go];
}
