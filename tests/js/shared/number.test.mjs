// Numbers as people write them, read by the rules the server has in app/activities/numbers.py.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readNumber } from '../../../static/js/shared/number.js';

const READ = { '250': 250, '1,00,000': 100000, '100,000': 100000, '₹ 1,450.50': 1450.5, 'Rs. 500/-': 500, '൧൨': 12, '१,४५०': 1450, '−3': -3, ' .5 ': 0.5,
  '൧,൦൦,൦൦൦': 100000, '१,००,०००': 100000, '೧,೦೦,೦೦೦': 100000, '૧,૦૦,૦૦૦': 100000, '១,០០,០០០': 100000, '໑,໐໐,໐໐໐': 100000, '๑๐๐,๐๐๐': 100000,
};
for (const [words, number] of Object.entries(READ)) test(`${words} is ${number}`, () => assert.equal(readNumber(words), number));

for (const words of ['', 'about 5', '1,5', '1,2,3', '5 cups', '1..2', '--5']) test(`"${words}" is no number`, () => assert.equal(readNumber(words), null));
