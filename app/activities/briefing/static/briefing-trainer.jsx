// @ts-check
/** Something to read or to hear, on the wall. */
import { Hall } from '../../../../static/js/shared/Hall.jsx';

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task }) => <Hall prompt={task.prompt} />;
