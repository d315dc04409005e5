// @ts-check
/** Written to oneself: trainers see how many have written, and nothing of it. */
import { _ } from '../../../../static/js/i18n.js';
import { Hall } from '../../../../static/js/shared/Hall.jsx';

export const shows = () => null;

export const Trainer = () => <p class="soft">{_('Nobody but the writer reads this, trainers included.')}</p>;

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task }) => <Hall prompt={task.prompt} />;
