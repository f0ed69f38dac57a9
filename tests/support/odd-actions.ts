/** Actions with difficult strings: keys of Object.prototype, invisible characters, lone surrogates. */
import fc from 'fast-check';
import { ActionSchema } from '../../scenarios/schema/action-schema.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';

const oddWords = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'name'],
  ...[
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '\u202e4321',
    '\u2066a\u2069',
    '\ufeff',
    '\u0000',
    '\n',
    '\ud83d',
    '\udc4d',
  ],
  ...['👍🏽', '👩‍👩‍👧', 'e\u0301', 'ﷺ', 'é', 'İ', 'ß'],
  ...['0', '-1', 'NaN', 'Infinity', '1e309', 'null', 'true', '[]', '{}', '{month}', '$1', '../..', '%00'],
  ...['=1/0', '=A1', '=SOMME(A1:A9)', '=SUM(', '5,5', '1 000', '٣', '<b>', "' OR 1=1 --"],
] as const;

const oddWord = fc.oneof(
  fc.constantFrom(...oddWords),
  fc.string({ unit: 'binary', maxLength: 64 }),
  fc.constantFrom('a', '=', '(', '9', '\u0301', '👍').map((mark) => mark.repeat(64 / mark.length)),
);

/** One of `actions` with odd strings, if the format accepts them; else unchanged. */
export function oddActions(actions: readonly WorldAction[]): fc.Arbitrary<WorldAction> {
  return fc
    .tuple(
      fc.constantFrom(...actions),
      fc.array(fc.option(oddWord, { freq: 1 }), { minLength: 8, maxLength: 8 }),
    )
    .map(([action, words]) => {
      const entries = Object.entries(action);
      const odd = entries.map(([name, value], index) => [name, exchange(name, value, words[index])]);
      const { data = action } = ActionSchema.safeParse(Object.fromEntries(odd));
      return data;
    });
}

function exchange(name: string, value: unknown, word: string | null | undefined): unknown {
  if (name === 'app' || name === 'type' || word === null || word === undefined) return value;
  if (Array.isArray(value)) return [...(value as unknown[]), word];
  return typeof value === 'string' ? word : value;
}
