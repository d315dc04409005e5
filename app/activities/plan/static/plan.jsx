// @ts-check
/** Promises to oneself, which the course comes back to. */
import { _ } from '../../../../static/js/i18n.js';
import { Fields, Written } from '../../../../static/js/shared/Fields.jsx';
import { Icon } from '../../../../static/js/shared/Icon.jsx';
import { Prompt } from '../../../../static/js/shared/Prompt.jsx';
import { Sent } from '../../../../static/js/shared/Sent.jsx';

/** @param {import('../../../../static/js/shared/face.js').TraineeProps} props */
export const Trainee = (props) => (
  <>
    <Prompt html={props.task.prompt} />
    <Fields {...props} />
    {props.task.follow_up?.length ? <p class="who-sees"><Icon name="again" /><span>{_('We will ask you how it went.')}</span></p> : null}
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
