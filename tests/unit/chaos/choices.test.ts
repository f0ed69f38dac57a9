/** The proof about research can fail: its message for each broken promise, and none otherwise. */
import { describe, expect, it } from 'vitest';
import { checkChoices, type ChoiceFacts } from '../../chaos/proofs/check-choices.ts';
import type { HeldStatement } from '../../chaos/proofs/check-erasures.ts';

const sent = (id: string, registration: string): HeldStatement => ({
  id,
  verb: { id: 'https://w3id.org/xapi/numplus/verbs/opened' },
  object: {},
  context: { registration },
});
const voids = (id: string): HeldStatement => ({
  id: `void ${id}`,
  verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
  object: { id },
});

/** Of somebody who agrees, who withdrew, whom nobody asked, and who is erased. */
const facts: ChoiceFacts = {
  attempts: [
    { id: 'a', choice: 'agreed', gate: 'given' },
    { id: 'w', choice: 'withdrawn', gate: 'not-asked' },
    { id: 'n', choice: 'never-asked', gate: 'not-asked' },
  ],
  held: [sent('1', 'a'), sent('2', 'w'), voids('2'), sent('3', 'gone'), voids('3')],
  backgrounds: { agreed: 1, withdrawn: 0, erased: 0, 'never-asked': 0 },
};
const check = (change: Partial<ChoiceFacts>): string[] =>
  checkChoices({ ...facts, ...change }).map(({ what }) => what);

describe('the proof about research', () => {
  it('passes if only what people agree to is live', () => {
    expect(check({})).toEqual([]);
  });

  it('fails if a statement of who withdrew, or was erased, is not void', () => {
    const held = facts.held.filter(({ id }) => !id.startsWith('void'));
    expect(check({ held })).toEqual([
      'is withdrawn, and statement 2 is not void',
      'is erased, and statement 3 is not void',
    ]);
  });

  it('fails if something was sent of whom nobody asked, or is void of who agrees', () => {
    const held = [...facts.held, voids('1'), sent('4', 'n')];
    expect(check({ held })).toEqual([
      'is agreed, and statement 1 is void',
      'is never-asked, and statement 4 is not void',
    ]);
  });

  it('fails if a gate does not follow the choice', () => {
    const attempts = facts.attempts.map((one) => ({ ...one, gate: 'given' }));
    expect(check({ attempts })).toEqual([
      'is withdrawn, and its gate is given',
      'is never-asked, and its gate is given',
    ]);
  });

  it('fails if answers about a person outlive a withdrawal, or are lost without one', () => {
    expect(check({ backgrounds: { ...facts.backgrounds, agreed: 0, withdrawn: 1 } })).toEqual([
      'answers about a person who agreed are gone',
      'answers about a person who withdrew are kept',
    ]);
  });

  it('fails if nothing was sent, because then nothing was tried', () => {
    expect(check({ held: [] })).toHaveLength(3);
  });
});
