/** Statements about nobody, without our profile. */
import { base, verbs, voidedVerb } from './vocabulary.ts';

const actor = {
  objectType: 'Agent',
  account: { homePage: `${base}connection-test`, name: 'operator' },
} as const;

/** @param timestamp ISO 8601, UTC, milliseconds */
export function testStatement(id: string, timestamp: string): string {
  const object = {
    objectType: 'Activity',
    id: `${base}activities/connection-test`,
    definition: { name: { en: 'Test of a connection', fr: 'Essai d’une connexion' } },
  };
  return JSON.stringify({ id, timestamp, actor, verb: verbs.initialized, object });
}

/** The voiding statement has its own fixed id, so that a repeat voids once. */
export function voidingStatement(id: string, target: string, timestamp: string): string {
  const object = { objectType: 'StatementRef', id: target };
  return JSON.stringify({ id, timestamp, actor, verb: voidedVerb, object });
}
