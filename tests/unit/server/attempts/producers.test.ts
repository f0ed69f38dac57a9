import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../scenarios/kit/log.ts';
import { createProducers } from '../../../../server/attempts/producers.ts';
import { createSecrets } from '../../../../server/base/secrets.ts';
import type { Attempt } from '../../../../server/storage/ports/attempts.ts';

const secrets = createSecrets('a key that is long enough: 0123456789abc');

const newStudyKey = (): string => secrets.createWrappedKey('study', 'study-1');

function attemptOf(id: string, personId: string): Attempt {
  return {
    id,
    personId,
    organisationId: 'org-1',
    platformId: 'p-1',
    registrationId: 'r-1',
    studyId: 'study-1',
    resourceLinkId: 'link-1',
    practice: false,
    number: 1,
    seed: 7,
    form: 'demo',
    bankVersion: 1,
    createdAt: 0,
  };
}

const entry: LogEntry = { kind: 'opened', first: true, tMs: 0, logSeq: 1, epoch: 1, at: 5, receivedAt: 5 };

describe('the makers of statements of attempts at work', () => {
  const studyKey = newStudyKey();

  it('make what a process makes that has nothing kept, again and again', () => {
    const producers = createProducers(secrets);
    const told = { attempt: attemptOf('a', 'someone'), studyKey, build: 'b1' };
    const anew = createProducers(secrets).of(told)(entry, 'fr');
    expect([1, 2, 3].map(() => producers.of(told)(entry, 'fr'))).toEqual([anew, anew, anew]);
    expect(anew).not.toHaveLength(0);
  });

  it('name nobody by what another attempt, or another key of the study, gave', () => {
    const producers = createProducers(secrets);
    const frameOf = (attempt: Attempt, of = studyKey): string | undefined =>
      producers.of({ attempt, studyKey: of, build: 'b1' })(entry, 'fr')[0]?.frame;
    const first = frameOf(attemptOf('a', 'someone'));
    expect(frameOf(attemptOf('b', 'somebody else'))).not.toBe(first);
    expect(frameOf(attemptOf('a', 'someone'), newStudyKey())).not.toBe(first);
    expect(frameOf(attemptOf('a', 'someone'))).toBe(first);
  });
});
