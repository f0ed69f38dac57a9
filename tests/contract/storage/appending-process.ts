/** A process for the durability contract: appends to `attempt-1` until it is killed, printing each acknowledged head. */
import { openStorage } from '../../../server/storage/open-storage.ts';
import { sampleAppend } from './sample-attempts.ts';
import { org } from './sample-rows.ts';

const batchSize = 7;
/** An end for the case that nobody kills it. */
const maxBatches = 20_000;

const storage = await openStorage(process.argv[2] ?? '');
const own = await storage.attempts.find(org, 'attempt-1');
if (own === undefined) throw new Error('no attempt');
let { head } = own.progress;
for (let batch = 0; batch < maxBatches; batch += 1) {
  if (!(await storage.attempts.append(sampleAppend(own.attempt, head, batchSize)))) throw new Error('lost');
  head += batchSize;
  // Waits for the pipe: a line must not be printed later than the next append.
  await new Promise((resolve) => process.stdout.write(`${head}\n`, resolve));
}
