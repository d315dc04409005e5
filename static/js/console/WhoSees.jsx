// @ts-check
/** Who sees the result now, and the switch where there is one. */
import { _ } from '../i18n.js';
import { useConsole } from './context.js';
import { isOver } from './step.js';

/** @param {{run: string, shows: 'answer'|'result'|null}} props */
export function WhoSees({ run: id, shows }) {
  const { parts, act } = useConsole();
  const run = parts.runs?.[id];
  if (!run) return null;
  if (!shows || run.results === 'hidden' || run.results === 'self') {
    return <p class="part soft small">{_('Each person sees only her own. Nothing of this is shown to the class.')}</p>;
  }
  if (!isOver(run)) {
    const words = run.results === 'all' && shows === 'result'
      ? _('Everyone sees this as it grows.')
      : _('Only trainers see this. The class sees it after you close it and show it.');
    return <p class="part soft small">{words}</p>;
  }
  const all = run.phase === 'revealed';
  return (
    <fieldset class="part">
      <legend class="lead-in">{_('Who sees this')}</legend>
      <div class="segment see">
        <label class="choice"><input type="radio" name={`see-${id}`} checked={!all} onChange={() => act('hide', { run: id })} />{_('Trainers')}</label>
        <label class="choice"><input type="radio" name={`see-${id}`} checked={all} onChange={() => act('reveal', { run: id })} />{_('Everyone')}</label>
      </div>
    </fieldset>
  );
}
