/**
 * Tries a destination out from end to end: what the store says of itself, one statement written, read back and taken
 * back. Answers codes; nothing of a learner is sent, and nothing is written to our own database.
 */
import { testStatement, voidingStatement } from '../../xapi/connection-test.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { LrsFailure } from '../../xapi/lrs-outcome.ts';
import { sameStatement } from '../../xapi/same-statement.ts';
import { type StoreFault, storeFaultOf } from '../../xapi/store-faults.ts';

export type StoreNote =
  | StoreFault
  /** It does not say which versions it takes: not a whole xAPI store, which may suffice. */
  | 'store.no-about'
  | 'store.other-version'
  /** It confirmed the statement and does not give it back. */
  | 'store.not-readable'
  /** It gives back something else than what was written. */
  | 'store.changes-statements';

export interface TestStep {
  readonly step: 'about' | 'write' | 'read' | 'void';
  /** `note`: statements can be sent all the same. */
  readonly result: 'ok' | 'note' | 'failed';
  readonly code: StoreNote | '';
  /** What the store said, without secrets; for `about`, its versions. */
  readonly said: string;
}

interface TestDeps {
  readonly client: LrsClient;
  /** Version that the destination is sent. */
  readonly version: string;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** The steps that were taken, in order; the last one failed unless all went well. */
export async function testDestination(deps: TestDeps): Promise<readonly TestStep[]> {
  const { client, clock, randomId } = deps;
  const about = await askAbout(deps);
  if (about.result === 'failed') return [about];
  const id = randomId();
  const timestamp = new Date(clock()).toISOString();
  const bytes = testStatement(id, timestamp);
  const write = await writeStatement(client, 'write', bytes);
  if (write.result === 'failed') return [about, write];
  const read = await readBack(client, id, bytes);
  const taken = await writeStatement(client, 'void', voidingStatement(randomId(), id, timestamp));
  // A store may let us write and not void (Comm. 2.3.2): our statements arrive all the same.
  return [about, write, read, taken.result === 'failed' ? { ...taken, result: 'note' } : taken];
}

/** What the store says of itself; nothing is written. */
export async function askAbout({ client, version }: Pick<TestDeps, 'client' | 'version'>): Promise<TestStep> {
  const about = await client.about();
  if (about.kind !== 'ok') {
    const step = failed('about', about);
    const isAbsent = step.code === 'store.address-wrong' || step.code === 'store.key-forbidden';
    // Some stores have no such resource (ralph); the next step says whether the address is right.
    return isAbsent ? { ...step, result: 'note', code: 'store.no-about' } : step;
  }
  const said = about.versions.join(', ');
  const family = version.split('.', 2).join('.');
  const fits = about.versions.some(
    (one) => one === version || one.startsWith(`${family}.`) || one === family,
  );
  return fits
    ? { step: 'about', result: 'ok', code: '', said }
    : { step: 'about', result: 'failed', code: 'store.other-version', said };
}

async function writeStatement(client: LrsClient, step: 'write' | 'void', bytes: string): Promise<TestStep> {
  const outcome = await client.send([bytes]);
  if (outcome.kind === 'sent' || outcome.kind === 'partly-sent') return ok(step);
  return failed(step, outcome);
}

/** A key that may only write is what delivery asks for: reading is noted, not demanded. */
async function readBack(client: LrsClient, id: string, bytes: string): Promise<TestStep> {
  const found = await client.getById(id);
  const note = { step: 'read', result: 'note', said: '' } as const;
  if (found.kind === 'absent') return { ...note, code: 'store.not-readable' };
  if (found.kind !== 'found') return { ...failed('read', found), result: 'note' };
  return sameStatement(found.statement, bytes) ? ok('read') : { ...note, code: 'store.changes-statements' };
}

function ok(step: TestStep['step']): TestStep {
  return { step, result: 'ok', code: '', said: '' };
}

function failed(step: TestStep['step'], failure: LrsFailure): TestStep {
  const { status, message } = failure;
  return {
    step,
    result: 'failed',
    code: storeFaultOf(failure),
    said: [status === 0 ? '' : String(status), message].filter((part) => part !== '').join(' '),
  };
}
