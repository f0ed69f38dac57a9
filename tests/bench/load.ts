/**
 * What taking actions costs over the real interface: beside a bare endpoint in the same run, with 1,000 attempts open,
 * and as attempts and logs grow. Read the ratios; the figures are this machine's.
 */
import { loadavg } from 'node:os';
import { formatLatencies, median, say } from './figures.ts';
import { inLanes, LoadClient } from './load-client.ts';
import { fillAttempts } from './load-fill.ts';
import {
  type BareEndpoint,
  beginAnew,
  type LoadLearner,
  type LoadStack,
  readProcess,
  sendLearners,
  startBareEndpoint,
  startLoadStack,
} from './load-world.ts';

const connections = 20;
const learnersAtOnce = 40;
const batchesEach = 10;
const batchSize = 10;
const rounds = 5;
/** Who plays the sample: one activity's people. */
const sampled = 5;
const openAttempts = 1_000;
const storedBefore = 1_000;
const storedAfter = 100_000;
const longScenes = 3;
const longSceneBatches = 200;
const humanPauseMs = 2_000;
const humanForMs = 12_000;

interface Round {
  readonly perSecond: number;
  readonly eachMs: readonly number[];
  /** Processor time of the tool per action; not a number for the bare endpoint. */
  readonly cpuMs: number;
}

/** Prints the ratios first, the machine's figures after. */
export async function benchLoad(): Promise<void> {
  const stack = await startLoadStack();
  const client = new LoadClient(connections);
  const bare = await startBareEndpoint(await sampleAnswer(stack));
  try {
    const { learners, launchMs } = await sendLearners(stack, learnersAtOnce, sampled);
    say(`launch to session, one at a time: ${formatLatencies(launchMs)}`);
    const first = await compare(stack, bare, client, learners);
    print('empty database, batches of 10 at stress pace', first);
    await playAtHumanPace(stack, client, learners);
    await growScene(stack, client, learners.slice(0, longScenes));
    const sample = await openMany(stack, client, openAttempts - learnersAtOnce - sampled);
    await growStore(stack, bare, client, { learners, sample });
    say(
      `\nload of the machine now: ${loadavg()
        .map((value) => value.toFixed(1))
        .join(' ')}`,
    );
  } finally {
    client.close();
    await Promise.all([stack.close(), bare.close()]);
  }
}

/** One answer of the tool to a batch, for the bare endpoint to answer as long a one. */
async function sampleAnswer(stack: LoadStack): Promise<string> {
  const { learners } = await sendLearners(stack, sampled);
  const [learner] = learners;
  if (learner === undefined) throw new Error('no learner');
  const { body } = await learner.api.send(learner.actions.take(batchSize));
  return JSON.stringify(body);
}

interface Compared {
  readonly ours: readonly Round[];
  readonly bare: readonly Round[];
}

/** Rounds in turns: the tool, the bare endpoint, the tool… The first of each is not counted. */
async function compare(
  stack: LoadStack,
  bare: BareEndpoint,
  client: LoadClient,
  learners: readonly LoadLearner[],
): Promise<Compared> {
  const all = { ours: [] as Round[], bare: [] as Round[] };
  for (let round = 0; round < rounds; round += 1) {
    await beginAll(learners);
    const before = await readProcess(stack.tool.localUrl);
    const ours = await playRound(client, learners, stack.tool.localUrl);
    const after = await readProcess(stack.tool.localUrl);
    const actions = learners.length * batchesEach * batchSize;
    all.ours.push({ ...ours, cpuMs: (1000 * (after.cpuS - before.cpuS)) / actions });
    await beginAll(learners);
    all.bare.push({ ...(await playRound(client, learners, bare.url)), cpuMs: NaN });
  }
  return { ours: all.ours.slice(1), bare: all.bare.slice(1) };
}

function beginAll(learners: readonly LoadLearner[]): Promise<void> {
  return inLanes(
    connections,
    learners.map((learner) => () => beginAnew(learner)),
  );
}

async function playRound(
  client: LoadClient,
  learners: readonly LoadLearner[],
  base: string,
): Promise<Pick<Round, 'perSecond' | 'eachMs'>> {
  const eachMs: number[] = [];
  const startedAt = performance.now();
  await inLanes(
    connections,
    learners.map((learner) => async () => {
      for (let batch = 0; batch < batchesEach; batch += 1)
        eachMs.push(await sendBatch(client, learner, base));
    }),
  );
  return { perSecond: (1000 * eachMs.length) / (performance.now() - startedAt), eachMs };
}

/** Milliseconds until the batch was acknowledged. */
async function sendBatch(
  client: LoadClient,
  { api, actions, address }: LoadLearner,
  base: string,
  size = batchSize,
): Promise<number> {
  const { id, epoch } = api.attempt;
  const batch = actions.take(size);
  const { stateHash } = actions;
  const body = { contractVersion: 1, epoch, stateHash, actions: batch };
  const url = `${base}/api/attempts/${id}/actions`;
  const startedAt = performance.now();
  const { status, text } = await client.post({ url, token: api.token, address, body });
  if (status !== 200) throw new Error(`a batch was answered ${status}: ${text}`);
  return performance.now() - startedAt;
}

function print(what: string, { ours, bare }: Compared): void {
  const ratios = ours.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? perSecond));
  const each = ratios.map((ratio) => `${(100 * ratio).toFixed(0)} %`).join(' ');
  const rate = (all: readonly Round[]): string => median(all.map(({ perSecond }) => perSecond)).toFixed(0);
  const latencies = (all: readonly Round[]): string => formatLatencies(all.flatMap(({ eachMs }) => eachMs));
  say(`\n${what}`);
  say(`  ratio: ${(100 * median(ratios)).toFixed(0)} % of the bare endpoint's requests per second (${each})`);
  say(`  NUM+           ${rate(ours).padStart(6)} requests/s  ${latencies(ours)}`);
  say(`  bare endpoint  ${rate(bare).padStart(6)} requests/s  ${latencies(bare)}`);
  say(`  processor time of the tool: ${median(ours.map(({ cpuMs }) => cpuMs)).toFixed(2)} ms per action`);
}

/** One action at a time, with a pause for thought between them. */
async function playAtHumanPace(
  stack: LoadStack,
  client: LoadClient,
  learners: readonly LoadLearner[],
): Promise<void> {
  await beginAll(learners);
  const eachMs: number[] = [];
  const endsAt = performance.now() + humanForMs;
  await Promise.all(
    learners.map(async (learner, index) => {
      await rest((humanPauseMs * index) / learners.length);
      while (performance.now() < endsAt) {
        eachMs.push(await sendBatch(client, learner, stack.tool.localUrl, 1));
        await rest(humanPauseMs);
      }
    }),
  );
  const finishMs: number[] = [];
  for (const { api } of learners) {
    await api.find();
    const startedAt = performance.now();
    await api.act({ app: 'frame', type: 'end' });
    finishMs.push(performance.now() - startedAt);
  }
  say(`\n${learners.length} people, an action each ${humanPauseMs / 1000} s: ${formatLatencies(eachMs)}`);
  say(`  the act that ends an attempt: ${formatLatencies(finishMs)}`);
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
  const { memoryMb } = await readProcess(stack.tool.localUrl);
  say(`\n${openAttempts} attempts open, each with a batch just taken: ${memoryMb.toFixed(0)} MB resident`);
  const [first] = learners;
  if (first === undefined) throw new Error('nobody was sent');
  return first.api.attempt.id;
}

/** The same rounds before and after the database grew, each beside the bare endpoint of that moment. */
async function growStore(
  stack: LoadStack,
  bare: BareEndpoint,
  client: LoadClient,
  { learners, sample }: { readonly learners: readonly LoadLearner[]; readonly sample: string },
): Promise<void> {
  const before = await compare(stack, bare, client, learners);
  print(`about ${storedBefore} attempts stored`, before);
  fillAttempts(stack.databaseFile, sample, storedAfter);
  // The filling held this process up: it has yet to hear of the connections that the tool closed meanwhile.
  await rest(1_000);
  const after = await compare(stack, bare, client, learners);
  print(`${storedAfter} attempts stored`, after);
  const cpu = ({ ours }: Compared): number => median(ours.map(({ cpuMs }) => cpuMs));
  say(
    `  ratio: an action costs ${(cpu(after) / cpu(before)).toFixed(2)} × as much processor time as with ${storedBefore}`,
  );
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
