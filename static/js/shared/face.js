// @ts-check
/** What the faces of a kind get. A kind keeps them in `app/activities/<kind>/static/<kind>.jsx`:
 *
 * - `Trainee` the activity on a phone, live or alone · `Review` afterwards: mine, the class, the right answer and why
 * - `Trainer` the live result on the console · `Screen` the class screen · `shows(solution, task)` what there is to show after
 *   closing: 'answer', 'result' or null. These three live in `<kind>-trainer.jsx`.
 *
 * The right answers come as `solution`: a prop named `key` would be taken by Preact for itself.
 *
 * @typedef {import('../live/desk.js').CellWord} CellWord
 * @typedef {object} TraineeProps
 * @property {string} run
 * @property {any} task
 * @property {{[cell: string]: any}} cells           what I (or my group) have answered or drafted, in wire form
 * @property {{[cell: string]: CellWord}} states
 * @property {(cell: string, value: any, at?: number) => void} put    answer: kept on the phone, sent by itself
 * @property {(cell: string, value: any, itself?: boolean) => void} draft   keep without sending
 * @property {boolean} open                          may still be written
 * @property {number} [until]                        ms: up to when
 * @property {import('./Name.jsx').People} people
 * @property {number} me
 * @property {boolean} [group]                       a group answers as one
 * @property {any} [tally]                           while it is shown
 * @property {any} [sheet]                           the group's shared text; null while it loads
 * @property {{[cell: string]: number}} [typing]     who writes where just now
 * @property {(cell: string) => void} [type]         say that I write here
 * @property {(entry: string) => void} [forget]      put a refused text away
 * @property {any} [taken]                           of what it takes over: which sheets are mine, what is offered to my fields
 *
 * @typedef {object} ReviewProps
 * @property {any} task
 * @property {{[cell: string]: any}} [mine]
 * @property {any} [tally]
 * @property {any} [solution]                        right answers and why; absent before the reveal
 * @property {import('./Name.jsx').People} [people]
 * @property {any} [taken]
 *
 * @typedef {object} TrainerProps
 * @property {any} task
 * @property {any} tally                             live; null before the first answer is possible
 * @property {any} [solution]                        trainers have it always
 * @property {(number | string)[]} [answered]        people, or groups
 * @property {Map<number, import('./Name.jsx').Person>} [people]
 *
 * @typedef {object} ScreenProps
 * @property {any} task
 * @property {any} [tally]                           while it is shown
 * @property {any} [solution]                        after the reveal
 */
export {};
