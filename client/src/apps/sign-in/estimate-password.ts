/** The only file that knows the estimator. It runs in the browser, since no password leaves it. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import { usualWords } from '../../../../scenarios/world/sign-in/common-passwords.ts';
import type { Estimate } from '../../../../scenarios/world/sign-in/secrets.ts';

/** Its time grows fast with the length, and a longer password only takes more guesses. */
const longest = 60;

/** Rows of keys, repetitions, sequences, dates and usual words; dictionaries of languages would weigh too much. */
const estimator = new ZxcvbnFactory({
  dictionary: { usual: [...usualWords] },
  graphs: adjacencyGraphs,
  maxLength: longest,
});

export const estimate: Estimate = (secret, known) => estimator.check(secret, [...known]).guessesLog10;
