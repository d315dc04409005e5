// @ts-check
/** A role play on one phone: my own card, and who plays what. Fetched on days that have one. */
import { _ } from '../i18n.js';
import { Html } from '../shared/Html.jsx';
import { Icon } from '../shared/Icon.jsx';
import { Loading } from '../shared/Loading.jsx';
import { Name } from '../shared/Name.jsx';
import { useJson, useRoom } from './room.js';

export function Play() {
  const { view, people, me } = useRoom();
  const { turn, cards } = view.card;
  const cast = (view.group.cast ?? []).filter((/** @type {any} */ role) => role.people.length);
  return (
    <section class="stack">
      {cards.map((/** @type {string} */ url) => <Card key={url} url={url} turn={turn} />)}
      {cards.length ? null : (
        <div class="note note-own">
          <h2>{_('You watch.')}</h2>
          <p>{_('Say nothing while they play. Remember one sentence that helped.')}</p>
        </div>
      )}
      <details class="fold">
        <summary><Icon name="people" />{_('Who plays what')}<Icon name="down" /></summary>
        <dl>
          {cast.map((/** @type {any} */ role) => (
            <div key={role.role} class="split">
              <dt class="small soft"><Html as="span" html={role.html} /></dt>
              <dd>{role.people.map((/** @type {number} */ id, /** @type {number} */ i) => <span key={id}>{i ? ', ' : ''}<Name of={id} people={people} me={me} /></span>)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** @param {{url: string, turn: number}} props */
function Card({ url, turn }) {
  const card = useJson(url);
  if (!card) return <Loading what={_('Slow line. Opening your card …')} />;
  return (
    <div class="note note-own">
      <p class="small">{turn > 1 ? _('Turn {n}. Now you play:', { n: turn }) : _('You play:')}</p>
      <h2><Html as="span" html={card.html} /></h2>
      <Html class="read" html={card.card} />
      <p class="who-sees"><Icon name="hidden" /><span>{_('Only you and the trainers see this card.')}</span></p>
    </div>
  );
}
