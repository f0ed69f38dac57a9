/**
 * What the load measurements have learners do: batches at stress pace in turns with a bare endpoint, and single actions
 * at human pace. Read the ratios; the figures are this machine's.
 */
import { formatLatencies, median, say } from './figures.ts';
import { type BareEndpoint, startBareEndpoint } from './load-bare.ts';
import { inLanes, type LoadClient, type Received } from './load-client.ts';
import {
  beginAnew,
  type LoadLearner,
  type LoadWorld,
  type ProcessFigures,
  sendLearners,
} from './load-world.ts';

export const connections = 20;
export const batchSize = 10;
export const learnersAtOnce = 40;
/**
 * The first is not counted. Rounds differ by a third and more, so that the median of a few would be luck; many more would bring a
 * learner's bearer to its limit of a minute.
 */
export const rounds = 6;
/** Who plays the sample: one activity's people. */
export const sampled = 5;
const batchesEach = 10;
const humanPauseMs = 2_000;
const humanForMs = 12_000;

/** The tool, be it one process or several. */
export interface Contender {
  /** Where learners reach it. */
  readonly baseUrl: string;
  /** All its processes. */
  readonly readProcesses: () => Promise<readonly ProcessFigures[]>;
}

/** The tool, what it is compared with, and who asks both. */
export interface Contest {
  readonly tool: Contender;
  readonly bare: BareEndpoint;
  readonly client: LoadClient;
}

interface Round {
  readonly perSecond: number;
  readonly eachMs: readonly number[];
  /** Processor time of the tool per action; not a number for the bare endpoint. */
  readonly cpuMs: number;
}

export interface Compared {
  readonly ours: readonly Round[];
  readonly bare: readonly Round[];
}

/**
 * A bare endpoint that answers what the tool answers to a batch, to the byte.
 * @param env more settings of its process
 */
export async function startRival(
  client: LoadClient,
  world: LoadWorld,
  env: Readonly<Record<string, string>> = {},
): Promise<BareEndpoint> {
  const { learners } = await sendLearners(world, sampled);
  const [learner] = learners;
  if (learner === undefined) throw new Error('no learner');
  const answer = await postBatch(client, learner, world.tool.localUrl, batchSize);
  const bare = await startBareEndpoint(answer, env);
  const rival = await postBatch(client, learner, bare.url, batchSize);
  if (wireText(rival) !== wireText(answer)) {
    await bare.close();
    throw new Error(`the bare endpoint answers otherwise:\n${wireText(rival)}\n${wireText(answer)}`);
  }
  return bare;
}

/** An answer but for its moment; the order of its headers is of no weight. */
function wireText({ head, text }: Received): string {
  const lines = head.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${head[index + 1] ?? ''}`] : []));
  return [...lines.filter((line) => !line.startsWith('Date: ')).sort(), '', text].join('\n');
}

/** Rounds in turns: the tool, the bare endpoint, the tool… The first of each is not counted. */
export async function compare(
  { tool, bare, client }: Contest,
  learners: readonly LoadLearner[],
  rounds: number,
): Promise<Compared> {
  const all = { ours: [] as Round[], bare: [] as Round[] };
  for (let round = 0; round < rounds; round += 1) {
    await beginAll(learners);
    const before = await readCpuS(tool);
    const ours = await playRound(client, learners, tool.baseUrl);
    const actions = learners.length * batchesEach * batchSize;
    all.ours.push({ ...ours, cpuMs: (1000 * ((await readCpuS(tool)) - before)) / actions });
    await beginAll(learners);
    all.bare.push({ ...(await playRound(client, learners, bare.url)), cpuMs: NaN });
  }
  return { ours: all.ours.slice(1), bare: all.bare.slice(1) };
}

async function readCpuS({ readProcesses }: Contender): Promise<number> {
  return (await readProcesses()).reduce((sum, { cpuS }) => sum + cpuS, 0);
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
export async function sendBatch(
  client: LoadClient,
  learner: LoadLearner,
  base: string,
  size = batchSize,
): Promise<number> {
  const { tookMs } = await postBatch(client, learner, base, size);
  return tookMs;
}

async function postBatch(
  client: LoadClient,
  { api, actions, address }: LoadLearner,
  base: string,
  size: number,
): Promise<Received & { readonly tookMs: number }> {
  const { id, epoch } = api.attempt;
  const batch = actions.take(size);
  const { stateHash } = actions;
  const body = { contractVersion: 1, epoch, stateHash, actions: batch };
  const url = `${base}/api/attempts/${id}/actions`;
  const startedAt = performance.now();
  const answer = await client.post({ url, token: api.token, address, body });
  if (answer.status !== 200) throw new Error(`a batch was answered ${answer.status}: ${answer.text}`);
  return { ...answer, tookMs: performance.now() - startedAt };
}

export function print(what: string, { ours, bare }: Compared): void {
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
export async function playAtHumanPace(
  { baseUrl }: Pick<Contender, 'baseUrl'>,
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
        eachMs.push(await sendBatch(client, learner, baseUrl, 1));
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

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
