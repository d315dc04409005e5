// @ts-check
/** A sheet to fill in: by a group together, or by one person. */
import { Fields, Written } from '../../../../static/js/shared/Fields.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Sent } from '../../../../static/js/shared/Sent.jsx';

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export const Trainee = (props) => (
  <>
    <Prompt html={props.task.prompt} />
    <Fields {...props} />
    <Sent {...props} />
  </>
);

/** @param {import('../../../../static/js/shared/face.js').ReviewProps} props */
export const Review = (props) => (
  <>
    <Prompt html={props.task.prompt} />
    <Written {...props} />
  </>
);
