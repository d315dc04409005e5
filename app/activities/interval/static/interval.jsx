// @ts-check
/** A pause on the clock. */
import { _ } from '../../../../static/js/i18n.js';
import { clockTime } from '../../../../static/js/live/clock.js';
import { Dock } from '../../../../static/js/shared/Dock.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';

/** @param {{task: any, until?: number}} props */
export const Trainee = ({ task, until }) => (
  <>
    {until ? <p class="centre soft">{_('We go on at')}</p> : null}
    {until ? <p class="big-time">{clockTime(until)}</p> : null}
    <Html class="read lead" html={task.prompt} />
    <p class="soft">{_('Leave this page open, or lock the phone. Nobody counts you as gone.')}</p>
    <Dock />
  </>
);

/** @param {{task: any}} props */
export const Review = ({ task }) => <Html class="read soft" html={task.prompt} />;
