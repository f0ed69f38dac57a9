/**
 * What taking actions costs over the real interface: beside a bare endpoint in the same run, with 1,000 attempts open,
 * and as attempts and logs grow. Read the ratios; the figures are this machine's.
 */
import { formatLatencies, median, say, sayLoad } from './figures.ts';
import { inLanes, LoadClient } from './load-client.ts';
import { fillAttempts } from './load-fill.ts';
import {
  batchSize,
  compare,
  type Compared,
  connections,
  type Contender,
  type Contest,
  learnersAtOnce,
  playAtHumanPace,
  print,
  rest,
  rounds,
  sampled,
  sendBatch,
  startRival,
} from './load-rounds.ts';
import {
  beginAnew,
  type LoadLearner,
  type LoadStack,
  readProcess,
  sendLearners,
  startLoadStack,
  timeFlushes,
} from './load-world.ts';

const openAttempts = 1_000;
const storedBefore = 1_000;
const storedAfter = 100_000;
const longScenes = 3;
const longSceneBatches = 200;

/** Prints the ratios first, the machine's figures after. */
export async function benchLoadOne(): Promise<void> {
  say('\none process with SQLite');
  say(`a flush of this disk: ${formatLatencies(timeFlushes())}`);
  const stack = await startLoadStack();
  const client = new LoadClient(connections);
  const bare = await startRival(client, stack);
  const { localUrl } = stack.tool;
  const tool: Contender = {
    baseUrl: localUrl,
    readProcesses: async () => [await readProcess(localUrl, stack.metricsToken)],
  };
  const contest: Contest = { tool, bare, client };
  try {
    const { learners, launchMs } = await sendLearners(stack, learnersAtOnce, sampled);
    say(`launch to session, one at a time: ${formatLatencies(launchMs)}`);
    print('empty database, batches of 10 at stress pace', await compare(contest, learners, rounds));
    await playAtHumanPace(tool, client, learners);
    await growScene(stack, client, learners.slice(0, longScenes));
    const sample = await openMany(stack, client, openAttempts - learnersAtOnce - sampled);
    await growStore(stack, contest, { learners, sample });
    sayLoad();
  } finally {
    client.close();
    await Promise.all([stack.close(), bare.close()]);
  }
}

/** From action 10 to action 2,000 of one scene, one batch after the other. */
async function growScene(
  stack: LoadStack,
  client: LoadClient,
  learners: readonly LoadLearner[],
): Promise<void> {
  const eachMs: number[][] = [];
  for (const learner of learners) {
    await beginAnew(learner);
    for (let batch = 0; batch < longSceneBatches; batch += 1) {
      (eachMs[batch] ??= []).push(await sendBatch(client, learner, stack.tool.localUrl));
    }
  }
  const cost = (from: number, to: number): number => median(eachMs.slice(from, to).flat());
  // The first batch of all warms the scene up.
  const [early, late] = [cost(1, 21), cost(longSceneBatches - 20, longSceneBatches)];
  say(`\none scene of ${longSceneBatches * batchSize} actions, a batch of ${batchSize} at a time`);
  say(`  ratio: its last 200 actions cost ${(late / early).toFixed(2)} × its first 200`);
  say(`  first ${early.toFixed(1)} ms, last ${late.toFixed(1)} ms for a batch`);
}

/** Until so many attempts are open, each with a batch taken; answers the id of one. */
async function openMany(stack: LoadStack, client: LoadClient, more: number): Promise<string> {
  const { learners } = await sendLearners(stack, more, sampled + learnersAtOnce);
  await inLanes(
    connections,
    learners.map((learner) => async () => {
      await sendBatch(client, learner, stack.tool.localUrl);
    }),
  );
  const { memoryMb } = await readProcess(stack.tool.localUrl, stack.metricsToken);
  say(`\n${openAttempts} attempts open, each with a batch just taken: ${memoryMb.toFixed(0)} MB resident`);
  const [first] = learners;
  if (first === undefined) throw new Error('nobody was sent');
  return first.api.attempt.id;
}

/** The same rounds before and after the database grew, each beside the bare endpoint of that moment. */
async function growStore(
  { databaseFile }: LoadStack,
  contest: Contest,
  { learners, sample }: { readonly learners: readonly LoadLearner[]; readonly sample: string },
): Promise<void> {
  const before = await compare(contest, learners, rounds);
  print(`about ${storedBefore} attempts stored`, before);
  fillAttempts(databaseFile, sample, storedAfter);
  // The filling held this process up: it has yet to hear of the connections that the tool closed meanwhile.
  await rest(1_000);
  const after = await compare(contest, learners, rounds);
  print(`${storedAfter} attempts stored`, after);
  const cpu = ({ ours }: Compared): number => median(ours.map(({ cpuMs }) => cpuMs));
  say(
    `  ratio: an action costs ${(cpu(after) / cpu(before)).toFixed(2)} × as much processor time as with ${storedBefore}`,
  );
}
