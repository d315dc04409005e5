// @ts-check
/** The foot of a form whose fields go by themselves: nothing to press, one word on whether all has arrived. */
import { _ } from '../i18n.js';
import { Dock, Place } from './Dock.jsx';
import { useContext } from 'preact/hooks';
import { filledOf } from './Fields.jsx';
import { State, worst } from './State.jsx';
import { Verdict } from './Tries.jsx';

/** @param {import('./face.js').TraineeProps} props */
export function Sent({ task, cells, states, sheet, open }) {
  const place = useContext(Place);
  const { tries } = place;
  const { k, n } = filledOf(task, cells, sheet);
  const check = tries && open && k === n && !tries.waits
    ? <button type="button" class={`btn btn-main btn-thumb ${place.inline ? 'btn-wide' : ''}`} onClick={() => tries.check(true)}>{_('Check')}</button>
    : null;
  const verdict = tries ? <Verdict tries={tries} /> : null;
  if (place.inline) return tries ? <div class="send">{verdict}{check}</div> : null;
  const word = worst(states);
  return (
    <>
    {verdict}
    <Dock state={word && !['received', 'late'].includes(word.state) ? <State {...word} /> : null}>
      <p class="dock-word grow">
        {!open ? _('Closed. You can read, not write.')
          : k === 0 ? _('What you write goes by itself.')
          : k < n ? _('{k} of {n} filled in. What you write goes by itself.', { k, n })
          : word?.state === 'received' ? _('All filled in, and all has arrived.') : _('All filled in.')}
      </p>
      {check ?? (k === n && open ? place.after : null)}
    </Dock>
    </>
  );
}
