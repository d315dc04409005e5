// @ts-check
/** The report-back under way: what the speaking group wrote, the time it has, and who comes after. */
import { Value, isFilled, textOf } from '../shared/Field.jsx';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Timer } from '../shared/Timer.jsx';
import { _ } from '../i18n.js';
import { openGroups, useConsole } from './context.js';
import { Sentence } from '../shared/Sentence.jsx';
import { GroupName, langOf, Name } from './Name.jsx';
import { Arrows, Reporter } from './Order.jsx';

export function Report() {
  const { parts } = useConsole();
  const report = parts.report;
  if (!report) return null;
  const id = report.order[report.at];
  const reporter = openGroups(parts).find((group) => group.id === id)?.roles?.reporter;
  const fields = report.sheets?.[id] ?? [];
  const written = fields.filter((field) => isFilled(field.value));
  const empty = fields.filter((field) => !isFilled(field.value));
  return (
    <>
      <div class="row apart row-top heading">
        <div class="grow">
          <p class="soft small">{_('Report-back · {n} of {m} groups', { n: report.at + 1, m: report.order.length })}</p>
          <h2 class="h-pane"><GroupName id={id} /> {reporter ? <span class="soft"><Name id={reporter} short /></span> : null}</h2>
        </div>
        <Timer endsAt={reportEnd(report)} whole={report.seconds} />
      </div>
      <dl class="stack-wide report">
        {written.map((field) => (
          <div key={field.key}>
            <dt class="lead-in"><Html as="span" html={field.html} /></dt>
            <dd class="ask" lang={langOf(textOf(field.value, field))}><Value field={field} cells={{ [field.key]: field.value }} /></dd>
          </div>
        ))}
      </dl>
      {fields.length ? null : <p class="soft">{_('This group speaks without a sheet.')}</p>}
      {empty.length ? <p class="soft small">{_('Not written:')} {empty.map((field, place) => <span key={field.key}>{place ? ', ' : ''}<Html as="span" html={field.html} /></span>)}</p> : null}
      <section class="part only-narrow"><Queue /></section>
    </>
  );
}

/** When the speaking group's time is over. @param {{since: string, seconds: number}} report */
export const reportEnd = (report) => new Date(Date.parse(report.since) + report.seconds * 1000).toISOString();

/** Who has spoken, who speaks, who comes: moved by up and down. */
export function Queue() {
  const { parts, act } = useConsole();
  const report = parts.report;
  if (!report) return null;
  const { order, at } = report;
  /** The server begins a new order with its first group, so those who have spoken are left out of it. @param {string[]} changed */
  const move = (changed) => act('report', { run: report.run, order: changed.slice(at) });
  return (
    <>
      <h3 class="sheet-head">{_('Order')}</h3>
      <ol class="queue">
        {order.map((id, place) => (
          <li key={id} class={place < at ? 'did' : place === at ? 'is' : ''} aria-current={place === at ? 'step' : undefined}>
            <span class="grow">
              <GroupName id={id} />
              <Reporter group={id} words={(name) => (place === at ? <Sentence text={_('{who} speaks now')} who={name} /> : place === at + 1 ? <Sentence text={_('{who} is next')} who={name} /> : name)} />
            </span>
            {place < at ? <><Icon name="tick" /><span class="unseen">{_('has spoken')}</span></> : place > at ? <Arrows id={id} place={place} from={at + 1} order={order} onMove={move} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
