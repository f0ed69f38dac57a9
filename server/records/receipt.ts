import { z } from 'zod';
import type { Secrets } from '../base/secrets.ts';
import type { AttemptsPort, StatementRow } from '../storage/ports/attempts.ts';
import { afterStatement, readPages } from '../storage/read-pages.ts';
import { DigestChain } from './digest-chain.ts';
import { readSigned, type ReceiptKey, signReceipt } from './sign-receipt.ts';

const claims = z.strictObject({
  version: z.literal(1),
  /** Attempt id; also the registration of its statements. */
  attempt: z.string().min(1),
  status: z.enum(['finished', 'abandoned']),
  endedAt: z.iso.datetime(),
  /** Build of the tool that signed. */
  build: z.string(),
  /** logSeq of the last entry; numbers have no gap from 1. */
  lastSeq: z.number().int().positive(),
  statements: z.number().int().nonnegative(),
  /** Statements per tier. A store that accepts fewer tiers holds fewer. */
  tiers: z.strictObject({ 1: z.number().int(), 2: z.number().int(), 3: z.number().int() }),
  /** Last link of the chain in digest-chain.ts. */
  digest: z.string().regex(/^[\w-]{43}$/),
});

export type ReceiptClaims = z.infer<typeof claims>;

export type AttemptEnd = Pick<ReceiptClaims, 'attempt' | 'status' | 'endedAt' | 'build' | 'lastSeq'>;

export interface ReceiptDeps {
  readonly attempts: Pick<AttemptsPort, 'listStatements'>;
  readonly secrets: Pick<Secrets, 'keysFor'>;
}

const pageSize = 500;

/** @param drafted statements of the write that ends the attempt, in order; they are not stored yet */
export async function createReceipt(
  { attempts, secrets }: ReceiptDeps,
  organisationId: string,
  end: AttemptEnd,
  drafted: readonly Pick<StatementRow, 'bytes' | 'tier'>[],
): Promise<string> {
  const chain = new DigestChain(end.attempt);
  const tiers = { 1: 0, 2: 0, 3: 0 };
  const take = ({ bytes, tier }: Pick<StatementRow, 'bytes' | 'tier'>): void => {
    chain.add(bytes);
    tiers[tier] += 1;
  };
  const stored = readPages(
    { fromSeq: 1, fromPart: 0 },
    (page) => attempts.listStatements(organisationId, end.attempt, page),
    afterStatement,
    pageSize,
  );
  for await (const row of stored) take(row);
  drafted.forEach(take);
  const receipt: ReceiptClaims = {
    version: 1,
    ...end,
    statements: chain.length,
    tiers,
    digest: chain.digest,
  };
  return signReceipt(secrets, receipt);
}

/** Undefined unless one of these keys signed exactly this text and it is a receipt. */
export function readReceipt(jws: string, keys: readonly ReceiptKey[]): ReceiptClaims | undefined {
  const read = claims.safeParse(readSigned(jws, keys));
  return read.success ? read.data : undefined;
}
