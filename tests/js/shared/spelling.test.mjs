// The same words in many spellings: by the list that tests/activities/test_spelling.py holds the server to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fold, isSame } from '../../../static/js/shared/spelling.js';

const SPELLINGS = JSON.parse(readFileSync(new URL('../../activities/spellings.json', import.meta.url), 'utf8'));

for (const [one, other] of SPELLINGS.same) test(`“${one}” is “${other}”`, () => assert.ok(isSame(one, other)));
for (const [one, other] of SPELLINGS.different) test(`“${one}” is not “${other}”`, () => assert.ok(!isSame(one, other)));
for (const words of ['Cash book.', '?!', '', ' ']) test(`“${words}” folded once stays as it is`, () => assert.equal(fold(fold(words)), fold(words)));
