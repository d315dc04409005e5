// @ts-check
/** The order of a report-back before it begins: up, down, and who does not report. */
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { openGroups, useConsole } from './context.js';
import { GroupName, Name } from './Name.jsx';

/** @param {{run: string}} props */
export function Order({ run }) {
  const { parts, order, setOrder, reported } = useConsole();
  const groups = openGroups(parts);
  if (!groups.length || reported.has(run)) return <p class="soft">{_('The report-back is over.')}</p>;
  const out = groups.filter((group) => !order.includes(group.id));
  return (
    <section class="part stack">
      <h3>{_('Order of the report-back')}</h3>
      <ol class="queue">
        {order.map((id, place) => (
          <li key={id}>
            <span class="grow"><GroupName id={id} /><Reporter group={id} /></span>
            <Arrows id={id} place={place} order={order} onMove={setOrder} />
            <button type="button" class="btn btn-quiet" onClick={() => setOrder(order.filter((one) => one !== id))}><Icon name="not" />{_('Not')}<span class="unseen">: <GroupName id={id} /></span></button>
          </li>
        ))}
        {out.map((group) => (
          <li key={group.id} class="out">
            <span class="grow soft"><GroupName id={group.id} name={group.name} /><small>{_('does not report')}</small></span>
            <button type="button" class="btn btn-quiet" onClick={() => setOrder([...order, group.id])}><Icon name="plus" />{_('Add')}<span class="unseen">: <GroupName id={group.id} /></span></button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Up and down for one group. @param {{id: string, place: number, order: string[], from?: number, onMove: (order: string[]) => void}} props */
export function Arrows({ id, place, order, from = 0, onMove }) {
  const number = id.replace(/^\D+|v\d+$/g, '');
  /** @param {number} by */
  const move = (by) => {
    const next = [...order];
    [next[place], next[place + by]] = [next[place + by], next[place]];
    onMove(next);
  };
  return (
    <>
      {place > from ? <button type="button" class="btn btn-quiet btn-icon" aria-label={_('Group {n} one place earlier', { n: number })} onClick={() => move(-1)}><Icon name="up" /></button> : <span class="btn-gap" />}
      {place < order.length - 1 ? <button type="button" class="btn btn-quiet btn-icon" aria-label={_('Group {n} one place later', { n: number })} onClick={() => move(1)}><Icon name="down" /></button> : <span class="btn-gap" />}
    </>
  );
}

/** @param {{group: string, words?: (name: import('preact').VNode<any>) => import('preact').ComponentChildren}} props */
export function Reporter({ group, words = (name) => name }) {
  const { parts } = useConsole();
  const person = openGroups(parts).find((one) => one.id === group)?.roles?.reporter;
  return person ? <small>{words(<Name id={person} short />)}</small> : null;
}
