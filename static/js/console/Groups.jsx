// @ts-check
/** The groups' tab: making them, looking at the preview, watching them work, hearing their reports. */
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { Board } from './Board.jsx';
import { useConsole } from './context.js';
import { Maker } from './Maker.jsx';
import { Order } from './Order.jsx';
import { Preview } from './Preview.jsx';
import { Report } from './Report.jsx';
import { Heading } from './Now.jsx';
import { groupWork, isOver } from './step.js';

/** @param {{script: import('./Side.jsx').Script|null}} props */
export function Groups({ script }) {
  const console = useConsole();
  const { parts } = console;
  const work = groupWork(console);
  if (!work) {
    return (
      <div class="empty"><Icon name="people" /><p>{_('No group work is planned for the rest of this day.')}</p></div>
    );
  }
  const phase = parts.runs?.[work.id]?.phase ?? 'ready';
  if (phase === 'ready') {
    return parts.groups?.preview?.run === work.id ? <Preview work={work} /> : <Maker work={work} />;
  }
  if (parts.report?.run === work.id) return <Report />;
  if (isOver({ phase })) return <><Heading id={work.id} /><Order run={work.id} /></>;
  return <Board work={work} script={script} />;
}
