// @ts-check
/** Which rows a table has, and which number a new one gets (`app/activities/rows.py`).
 *
 * The people of a group take numbers in turn: the first of three takes 1, 4, 7 …, the second 2, 5, 8 … So two who add a row at
 * the same moment, or without a line, never write into the same one.
 */

export const ROWS = 30; // as many as are offered: two printed pages of a cash book
const LAST = 240; // the highest number the server takes

/** @param {string} table @param {number} row @param {string} column */
export const cellName = (table, row, column) => `${table}/${row}/${column}`;

/** The numbers of the rows in which something stands. @param {string} table @param {string[]} cells  those that hold something */
export function rowsWith(table, cells) {
  const numbers = cells.map((cell) => cell.split('/')).filter(([owner, row]) => owner === table && row).map(([, row]) => Number(row));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/**
 * The number of a new row: after all others, and one that is mine; at the end of the numbers any of mine, then any.
 * @param {number[]} taken @param {number[]} people  all who write here, in an order that is the same for all @param {number} me
 */
export function nextRow(taken, people, me) {
  const turn = Math.max(0, people.indexOf(me));
  const isMine = (/** @type {number} */ row) => (row - 1) % (people.length || 1) === turn;
  const free = Array.from({ length: LAST }, (_, at) => at + 1).filter((row) => !taken.includes(row));
  const highest = Math.max(0, ...taken);
  return free.find((row) => row > highest && isMine(row)) ?? free.find(isMine) ?? free[0];
}
