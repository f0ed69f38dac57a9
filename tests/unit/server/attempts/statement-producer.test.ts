import { expect, it } from 'vitest';
import type { LogEntry } from '../../../../scenarios/kit/log.ts';
import { createStatementProducer } from '../../../../server/attempts/statement-producer.ts';
import { createSecrets } from '../../../../server/base/secrets.ts';
import { sampleAttempt } from '../../../contract/storage/sample-attempts.ts';

const secrets = createSecrets('a key that is long enough: 0123456789abc');
const newStudyKey = (): string => secrets.createWrappedKey('study', 'study-1');
const entry: LogEntry = { kind: 'opened', first: true, tMs: 0, logSeq: 1, epoch: 1, at: 5, receivedAt: 5 };

function actorOf(personId: string, studyKey: string): unknown {
  const { statementsOf } = createStatementProducer(secrets, sampleAttempt({ personId }), studyKey, 'build-1');
  const [statement] = statementsOf(entry, 'fr');
  return (JSON.parse(statement?.bytes ?? '{}') as { actor?: unknown }).actor;
}

it('gives a person the same pseudonym under the same study key, and another under another key', () => {
  const [one, other] = [newStudyKey(), newStudyKey()];
  expect(actorOf('person-1', one)).toBeDefined();
  expect(actorOf('person-1', one)).toEqual(actorOf('person-1', one));
  expect(actorOf('person-1', other)).not.toEqual(actorOf('person-1', one));
  expect(actorOf('person-2', one)).not.toEqual(actorOf('person-1', one));
});
