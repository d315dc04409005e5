// @ts-check
/** The groups at work, a line each: name, how far, when they last wrote. A tap opens the group. */
import { Bar } from '../shared/Bar.jsx';
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';
import { openGroups, useConsole } from './context.js';
import { GroupDialog } from './GroupDialog.jsx';
import { GroupName } from './Name.jsx';
import { callOf, Silence, WithThem } from './Tile.jsx';

export function GroupLines() {
  const { parts, show } = useConsole();
  const groups = openGroups(parts);
  if (!groups.length) return null;
  return (
    <ul class="list lines">
      {groups.map((group) => {
        const tile = parts.board?.[group.id];
        const call = callOf(parts, group.id);
        return (
          <li key={group.id}>
            <button type="button" class="item line" onClick={() => show(<GroupDialog id={group.id} />)}>
              <span class="grow">
                <b><GroupName id={group.id} name={group.name} /></b>
                {call && call.state !== 'attended' ? <span class="chip chip-call"><Icon name="help" />{_('Help')}</span> : call ? <small><WithThem call={call} /></small> : <small><Silence tile={tile} /></small>}
                <Bar part={tile?.of ? tile.filled / tile.of : 0} fill="act" />
              </span>
              <span class="num nowrap">{tile ? _('{n} of {m}', { n: tile.filled, m: tile.of }) : ''}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
