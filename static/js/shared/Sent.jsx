// @ts-check
/** The foot of a form whose fields go by themselves: nothing to press, one word on whether all has arrived. */
import { _ } from '../i18n.js';
import { Dock, Place } from './Dock.jsx';
import { useContext } from 'preact/hooks';
import { filledOf } from './Fields.jsx';
import { State, worst } from './State.jsx';

/** @param {import('./face.js').TraineeProps} props */
export function Sent({ task, cells, states, sheet, open }) {
  const place = useContext(Place);
  if (place.inline) return null;
  const { k, n } = filledOf(task, cells, sheet);
  const word = worst(states);
  return (
    <Dock state={word && !['received', 'late'].includes(word.state) ? <State {...word} /> : null}>
      <p class="dock-word grow">
        {!open ? _('Closed. You can read, not write.')
          : k === 0 ? _('What you write goes by itself.')
          : k < n ? _('{k} of {n} filled in. What you write goes by itself.', { k, n })
          : word?.state === 'received' ? _('All filled in, and all has arrived.') : _('All filled in.')}
      </p>
      {k === n && open ? place.after : null}
    </Dock>
  );
}
