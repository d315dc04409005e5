// @ts-check
/** The groups report, one after another: who speaks now, and what her group wrote. */
import { _ } from '../i18n.js';
import { Dock } from '../shared/Dock.jsx';
import { Value, isFilled } from '../shared/Field.jsx';
import { Html } from '../shared/Html.jsx';
import { Name, groupName } from '../shared/Name.jsx';
import { Note } from '../shared/Note.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { Timer } from '../shared/Timer.jsx';
import { Frame } from './Frame.jsx';
import { find, useRoom } from './room.js';

/** @param {{report: any}} props */
export function ReportBack({ report }) {
  const { view, agenda, people, me } = useRoom();
  const item = find(agenda, report.run)?.item;
  const mine = view.group?.id === report.group;
  const ends = report.seconds ? new Date(Date.parse(report.since) + report.seconds * 1000).toISOString() : null;
  const title = _('{group} reports now', { group: groupName(report.group) });
  const written = (report.fields ?? []).filter((/** @type {any} */ field) => isFilled(field.value));
  return (
    <Frame title={title} over={`${item?.title ?? ''} · ${_('{n} of {m}', { n: report.index + 1, m: report.of })}`} said={title}>
      {mine ? (
        <Note look="own" level="h2" head={report.reporter === me ? _('You report now.') : _('Your group reports now.')}>
          {report.reporter === me ? <p>{_('One minute: what you found, and why. Read what stands below.')}</p> : null}
        </Note>
      ) : null}
      <div class="row apart">
        <p>{report.reporter != null && report.reporter !== me ? <Sentence text={_('{name} speaks.')} name={<Name of={report.reporter} people={people} />} /> : null}</p>
        {ends ? <Timer key={report.since} endsAt={ends} /> : null}
      </div>
      <dl class="stack-wide" aria-live="polite">
        {written.map((/** @type {any} */ field) => (
          <div key={field.key}>
            <dt class="soft"><Html as="span" html={field.html} /></dt>
            <dd class="ask kept"><Value field={field} cells={{ [field.key]: field.value }} /></dd>
          </div>
        ))}
      </dl>
      {written.length ? null : <p class="soft">{_('Nothing is written in these fields. Listen to what the group says.')}</p>}
      <Dock />
    </Frame>
  );
}
