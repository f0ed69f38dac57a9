/** Compares an export with its receipts, offline. */
import { z } from 'zod';
import { verbs } from '../../xapi/vocabulary.ts';
import { cursorOfLine } from './export-cursor.ts';
import { DigestChain } from '../records/digest-chain.ts';
import type { FileLine } from './read-lines.ts';
import { readReceipt, type ReceiptClaims } from '../records/receipt.ts';
import type { ReceiptKey } from '../records/sign-receipt.ts';

/**
 * `changed`: right number, other content. `open`: the attempt has not ended, so it has no receipt yet. `no-receipt`: it
 * has ended, and its receipt is missing or not signed by our key.
 */
type Verdict = 'intact' | 'changed' | 'incomplete' | 'surplus' | 'open' | 'no-receipt';

interface AttemptVerdict {
  readonly attempt: string;
  readonly verdict: Verdict;
  /** Statements found up to the attempt's end. */
  readonly found: number;
  readonly expected: number | null;
  /** Statements after the end, which the receipt does not cover. */
  readonly later: number;
}

export interface Verification {
  readonly attempts: readonly AttemptVerdict[];
  readonly unsigned: number;
  readonly unreadable: number;
  readonly isIntact: boolean;
}

interface Seen {
  readonly chain: DigestChain;
  later: number;
  isEnded: boolean;
}

/** @param lines in the order of the export */
export async function verifyReceipts(
  lines: AsyncIterable<Pick<FileLine, 'text'>>,
  receipts: readonly string[],
  keys: readonly ReceiptKey[],
): Promise<Verification> {
  const read = receipts.map((jws) => readReceipt(jws, keys));
  const signed = read.filter((claims) => claims !== undefined);
  const expected = new Map(signed.map((claims) => [claims.attempt, claims]));
  const { seen, unreadable } = await follow(lines, expected);
  const ids = new Set([...expected.keys(), ...seen.keys()]);
  const attempts = [...ids].map((id) => judge(id, seen.get(id), expected.get(id)));
  const unsigned = read.length - signed.length;
  const isIntact =
    unsigned === 0 &&
    unreadable === 0 &&
    attempts.every(({ verdict }) => verdict === 'intact' || verdict === 'open');
  return { attempts, unsigned, unreadable, isIntact: isIntact && attempts.length > 0 };
}

async function follow(
  lines: AsyncIterable<Pick<FileLine, 'text'>>,
  expected: ReadonlyMap<string, ReceiptClaims>,
): Promise<{ seen: Map<string, Seen>; unreadable: number }> {
  const seen = new Map<string, Seen>();
  let unreadable = 0;
  for await (const { text } of lines) {
    const place = cursorOfLine(text);
    if (place === undefined) {
      unreadable += 1;
      continue;
    }
    const { attemptId, logSeq } = place;
    const own = seen.get(attemptId) ?? { chain: new DigestChain(attemptId), later: 0, isEnded: false };
    seen.set(attemptId, own);
    own.isEnded = isEndedAfter(text) ?? own.isEnded;
    if (logSeq > (expected.get(attemptId)?.lastSeq ?? Infinity)) own.later += 1;
    else own.chain.add(text);
  }
  return { seen, unreadable };
}

const withVerb = z.object({ verb: z.object({ id: z.string() }) });

/** Undefined if the statement neither ends nor reopens its attempt. */
function isEndedAfter(text: string): boolean | undefined {
  const id = withVerb.safeParse(JSON.parse(text)).data?.verb.id;
  if (id === verbs.reopened.id) return false;
  return id === verbs.terminated.id || id === verbs.abandoned.id ? true : undefined;
}

function judge(attempt: string, seen: Seen | undefined, claims: ReceiptClaims | undefined): AttemptVerdict {
  const found = seen?.chain.length ?? 0;
  const facts = { attempt, found, later: seen?.later ?? 0 };
  if (claims === undefined)
    return { ...facts, verdict: seen?.isEnded === true ? 'no-receipt' : 'open', expected: null };
  const expected = claims.statements;
  if (found < expected) return { ...facts, verdict: 'incomplete', expected };
  if (found > expected) return { ...facts, verdict: 'surplus', expected };
  const digest = seen?.chain.digest ?? new DigestChain(attempt).digest;
  return { ...facts, verdict: digest === claims.digest ? 'intact' : 'changed', expected };
}
