import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../scenarios/kit/log.ts';
import { fromStored, type PersonalSeal, toStored } from '../../../../server/attempts/personal-text.ts';
import { createSecrets } from '../../../../server/base/secrets.ts';

const secrets = createSecrets('k'.repeat(32));

function sealOf(key: Buffer): PersonalSeal {
  return {
    seal: (text, place) => secrets.sealWith(key, text, place),
    unseal: (sealed, place) => secrets.unsealWith(key, sealed, place),
  };
}

function written(typed: string): LogEntry {
  return {
    logSeq: 7,
    epoch: 1,
    at: 1,
    receivedAt: 1,
    kind: 'action',
    scene: { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 },
    actionSeq: 3,
    tMs: 1,
    clientAt: 1,
    action: { app: 'mail', type: 'write', typed },
  };
}

describe('what a person typed', () => {
  const seal = sealOf(randomBytes(32));

  it('is not in the log entry stored in clear, and is restored with the key', () => {
    const entry = written('Bonjour Nadia, c’est moi');
    const stored = toStored(entry, 'attempt-1', seal);
    expect(JSON.stringify(stored.entry)).not.toContain('Nadia');
    expect(stored.sealed).not.toContain('Nadia');
    expect(fromStored(stored, 'attempt-1', seal)).toEqual(entry);
  });

  it('cannot be decrypted with another person’s key, or as another log entry', () => {
    const stored = toStored(written('secret'), 'attempt-1', seal);
    expect(() => fromStored(stored, 'attempt-1', sealOf(randomBytes(32)))).toThrow('secret.unreadable');
    expect(() => fromStored(stored, 'attempt-2', seal)).toThrow('secret.unreadable');
  });

  it('leaves entries without text unchanged', () => {
    const empty = written('');
    expect(toStored(empty, 'attempt-1', seal)).toEqual({ logSeq: 7, entry: empty, sealed: null });
  });
});
