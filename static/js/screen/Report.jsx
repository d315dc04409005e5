// @ts-check
/** A group reports: its number, who speaks, and the chosen fields as the group wrote them. */
import { Value, isFilled, textOf } from '../shared/Field.jsx';
import { Html } from '../shared/Html.jsx';
import { langOf } from '../shared/lang.js';
import { groupName } from '../shared/Name.jsx';
import { _ } from '../i18n.js';

/** @param {{report: any, reporter: import('../shared/Name.jsx').Person|undefined}} props */
export function Report({ report, reporter }) {
  return (
    <div class="hall hall-report">
      <div>
        <div class="row speaker">
          {reporter ? <span class="seat seat-me" lang={reporter.lang} aria-hidden="true">{reporter.letter || reporter.name[0]}</span> : null}
          <div>
            <h2 class="speaker-name">{groupName(report.group)}</h2>
            {reporter ? <p class="soft" lang={reporter.lang}>{reporter.short || reporter.name}</p> : null}
          </div>
        </div>
        <dl class="stack-wide">
          {(report.fields ?? []).map((/** @type {any} */ field) => (
            <div key={field.key}>
              <dt class="soft"><Html as="span" html={field.html} /></dt>
              <dd class="ask" lang={langOf(textOf(field.value, field))}>{isFilled(field.value) ? <Value field={field} cells={{ [field.key]: field.value }} /> : '–'}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p class="hall-count"><b class="big num">{report.index + 1}</b> <span class="soft">{_('of {m} groups', { m: report.of })}</span></p>
    </div>
  );
}
