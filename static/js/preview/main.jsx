// @ts-check
/** The course one is writing. It asks for the proof every second; what did not change stays as it is, answers included. */
import { kinds as faces } from 'koottam:kinds/Trainee';
import { kinds as trainers } from 'koottam:kinds/Trainer';
import { Fragment, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { _, catalogueReady, ngettext } from '../i18n.js';
import { Notes } from '../console/Side.jsx';
import { kindWord } from '../phone/words.js';
import { Place } from '../shared/Dock.jsx';
import { Html } from '../shared/Html.jsx';

const AGAIN = 1_000; // ms: as soon as one has looked up from the editor

const home = /** @type {HTMLElement} */ (document.getElementById('app'));
const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=csrf-token]'))?.content ?? '';
/** @param {string} kind */
const folder = (kind) => (kind === 'break' ? 'interval' : kind);

void catalogueReady.then(() => render(<Proof />, home));

function Proof() {
  const [proof, set] = useState(/** @type {any} */ (null));
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let seen = '';
    const ask = () => fetch(home.dataset.module ?? '', { headers: { Accept: 'application/json' } })
      .then((answer) => { if (!answer.ok) throw new Error(); return answer.text(); })
      .then((text) => { setGone(false); if (text !== seen) { seen = text; set(JSON.parse(text)); } }, () => setGone(true));
    ask();
    const timer = setInterval(ask, AGAIN);
    return () => clearInterval(timer);
  }, []);
  if (!proof) return null;
  const wrong = [...proof.faults, ...proof.blocks.flatMap((/** @type {any} */ block) => block.faults)];
  return (
    <>
      {gone ? <p class="banner" role="alert">{_('The preview has ended. Start it again in the terminal.')}</p> : null}
      <h1 class="read">{proof.title}</h1>
      <p class={`state${wrong.length ? ' state-failed' : ' state-received'}`} role="status">
        {wrong.length ? ngettext('{n} thing to mend', '{n} things to mend', wrong.length) : _('Nothing to mend')}
      </p>
      {proof.faults.map((/** @type {any} */ fault) => <Fault key={`${fault.line}/${fault.text}`} fault={fault} />)}
      {proof.blocks.map((/** @type {any} */ block) => <Block key={block.id ?? block.html ?? block.line} block={block} />)}
    </>
  );
}

/** @param {{fault: any}} props */
function Fault({ fault }) {
  return (
    <div class={`proof-fault${fault.level === 'warning' ? ' proof-advice' : ''}`}>
      <p><b class="num">{fault.line}:{fault.column}</b> {fault.text}</p>
      <pre tabIndex={0}>{fault.lines.map((/** @type {[number, string]} */ [number, words]) => {
        const text = `${String(number).padStart(5)}  ${words}\n`;
        return number === fault.line ? <mark key={number}>{text}</mark> : text;
      })}</pre>
    </div>
  );
}

/** @param {{block: any}} props */
function Block({ block }) {
  const minutes = block.options?.time ? _('{n} min', { n: Math.round(block.options.time / 6) / 10 }) : '';
  const isTask = block.type === 'activity' || block.type === 'group';
  return (
    <section class="proof-row" id={block.id}>
      <div class="proof-wide">
        <p class="proof-place">{[_('line {n}', { n: block.line }), isTask ? kindWord(block.kind) : block.name ?? '', minutes].filter(Boolean).join(' · ')}</p>
        {block.title ? <h2>{block.title}</h2> : null}
        {block.faults.map((/** @type {any} */ fault) => <Fault key={`${fault.line}/${fault.text}`} fault={fault} />)}
      </div>
      {block.type === 'text' ? <Html class="read" html={block.html} /> : null}
      {block.type === 'activity' ? <Pair activity={block} /> : null}
      {block.type === 'group' ? <Group group={block} /> : null}
    </section>
  );
}

/** @param {{group: any}} props */
function Group({ group }) {
  return (
    <>
      <div class="proof-phone stack">
        <Html class="ask" html={group.prompt} />
        {group.notes.steps ? (
          <ol>{group.notes.steps.map((/** @type {any} */ step, /** @type {number} */ i) => (
            <li class="step" key={i}><b>{i + 1}</b><span><Html as="span" html={step.html} /> <span class="soft nowrap">{_('{n} min', { n: Math.round(step.seconds / 6) / 10 })}</span></span></li>
          ))}</ol>
        ) : null}
        {group.roles?.map((/** @type {any} */ role) => <div key={role.key} class="card"><b><Html as="span" html={role.html} /></b><Html html={role.card} /></div>)}
      </div>
      <div class="stack"><Notes script={{ ...group.notes, key: group.notes }} /></div>
      {group.activities.map((/** @type {any} */ activity) => (
        <Fragment key={activity.id}>
          <div class="proof-wide">{activity.title ? <h3>{activity.title}</h3> : null}<p class="proof-place">{kindWord(activity.kind)}</p></div>
          <Pair activity={activity} />
        </Fragment>
      ))}
    </>
  );
}

/** The same activity for trainee and trainer; what one answers on the left is counted on the right. @param {{activity: any}} props */
function Pair({ activity }) {
  const [cells, setCells] = useState(/** @type {Record<string, any>} */ ({}));
  const [said, say] = useState(/** @type {any} */ (null));
  const same = JSON.stringify(activity.task);
  useEffect(() => { setCells({}); say(null); }, [same]); // other tokens: the old answer means nothing any more
  const Face = faces[folder(activity.kind)];
  const Trainer = trainers[folder(activity.kind)];
  const draft = (/** @type {string} */ cell, /** @type {any} */ value) => setCells((before) => ({ ...before, [cell]: value }));
  const put = async (/** @type {string} */ cell, /** @type {any} */ value) => {
    draft(cell, value);
    const answer = await fetch(`${home.dataset.answers}/${activity.id}`, {
      method: 'POST', body: JSON.stringify({ cells: { ...cells, [cell]: value } }),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRFToken': token },
    });
    say(await answer.json());
  };
  const states = said ? Object.fromEntries(Object.keys(cells).map((cell) => [cell, { state: 'received', at: Date.now() }])) : {};
  return (
    <>
      <div class="proof-phone stack">
        <Place.Provider value={{ inline: true }}>
          {Face ? <Face run={activity.id} task={activity.task} cells={cells} states={states} put={put} draft={draft} open people={{}} me={0} forget={() => {}} /> : <Html class="read" html={activity.prompt} />}
        </Place.Provider>
      </div>
      <div class="stack">
        {said?.score != null ? <p><span class="chip">{said.score === 1 ? _('Right') : _('{n} of 100', { n: Math.round(said.score * 100) })}</span></p> : null}
        {Trainer ? <Trainer task={activity.task} tally={said?.tally ?? null} solution={activity.solution} answered={said?.tally ? [0] : []} /> : null}
        <Notes script={{ ...activity.notes, key: activity.solution }} />
      </div>
    </>
  );
}
