// @ts-check
/** A promise each made: how many have written it; the words are theirs. */
import { FieldNames, Filled } from '../../../../static/js/shared/Filled.jsx';
import { Hall } from '../../../../static/js/shared/Hall.jsx';

/** What is shown is the model, never the words of one person. @param {any} solution */
export const shows = (solution) => (solution?.model ? 'answer' : null);

/** @param {import('../../../../static/js/shared/face.js').TrainerProps} props */
export const Trainer = ({ task, tally, solution }) => <Filled fields={task.fields} tally={tally} solution={solution} />;

/** @param {import('../../../../static/js/shared/face.js').ScreenProps} props */
export const Screen = ({ task, solution }) => <Hall prompt={task.prompt} options={<FieldNames fields={task.fields} />} explain={solution?.model ?? solution?.explain} result={solution?.model ? <FieldNames fields={task.fields} /> : null} />;
