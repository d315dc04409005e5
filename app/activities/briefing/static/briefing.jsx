// @ts-check
/** Something to read or to hear. */
import { Dock } from '../../../../static/js/shared/Dock.jsx';
import { Html } from '../../../../static/js/shared/Html.jsx';

/** @param {{task: any}} props */
export const Trainee = ({ task }) => (
  <>
    <Html class="read lead" html={task.prompt} />
    <Dock />
  </>
);

/** @param {{task: any}} props */
export const Review = ({ task }) => <Html class="read" html={task.prompt} />;
