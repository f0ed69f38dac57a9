/** Sends no learner data; stores nothing. */
import { testStatement, voidingStatement } from '../../xapi/connection-test.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { LrsFailure } from '../../xapi/lrs-outcome.ts';
import { sameStatement } from '../../xapi/same-statement.ts';
import { type StoreFault, storeFaultOf } from '../../xapi/store-faults.ts';

export type StoreNote =
  | StoreFault
  /** The store does not tell its versions; it may work all the same. */
  | 'store.no-about'
  | 'store.other-version'
  | 'store.not-readable'
  | 'store.changes-statements';

export interface TestStep {
  readonly step: 'about' | 'write' | 'read' | 'void';
  /** `note`: delivery is possible nevertheless. */
  readonly result: 'ok' | 'note' | 'failed';
  readonly code: StoreNote | '';
  /** What the store said, without secrets. */
  readonly said: string;
}

interface TestDeps {
  readonly client: LrsClient;
  readonly version: string;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** Runs the steps up to the first failure. Writes and voids a test statement. */
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
  const voided = await writeStatement(client, 'void', voidingStatement(randomId(), id, timestamp));
  // Stores may refuse voiding (xAPI Comm. 2.3.2); statements still arrive.
  return [about, write, read, voided.result === 'failed' ? { ...voided, result: 'note' } : voided];
}

export async function askAbout({ client, version }: Pick<TestDeps, 'client' | 'version'>): Promise<TestStep> {
  const about = await client.about();
  if (about.kind !== 'ok') {
    const step = failed('about', about);
    const isAbsent = step.code === 'store.address-wrong' || step.code === 'store.key-forbidden';
    // ralph lacks this resource; the next step checks the address.
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

/** Only a note if unreadable: a key for delivery need not be able to read. */
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
