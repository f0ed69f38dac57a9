/** Learners of the load measurements: either as many actions as the tool accepts, or single actions at human pace. */
import { median } from './figures.ts';
import { inLanes, type LoadClient } from './load-client.ts';
import { beginAnew, type LoadLearner, type ProcessFigures } from './load-world.ts';

export const connections = 20;
/** Actions of one learner in a round; four rounds stay below a bearer's limit of requests per minute. */
const actionsEach = 50;
/** Milliseconds between two actions of a person: evenly spread between the two. */
const humanPauseMs = { from: 2_000, to: 6_000 } as const;

/** The tool, be it one process or several. */
export interface Tool {
  /** Where learners reach it. */
  readonly baseUrl: string;
  readonly readProcesses: () => Promise<readonly ProcessFigures[]>;
}

/** Returns the processor time of all processes for an action, in ms: the median of `rounds`, after one that is not counted. */
export async function measureCost(
  tool: Tool,
  client: LoadClient,
  learners: readonly LoadLearner[],
  rounds: number,
): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await beginAll(learners);
    const before = await readCpuS(tool);
    await inLanes(
      connections,
      learners.map((learner) => async () => {
        for (let action = 0; action < actionsEach; action += 1) {
          await sendBatch(client, learner, tool.baseUrl, 1);
        }
      }),
    );
    costs.push((1000 * ((await readCpuS(tool)) - before)) / (learners.length * actionsEach));
  }
  return median(costs.slice(1));
}

async function readCpuS({ readProcesses }: Tool): Promise<number> {
  return (await readProcesses()).reduce((sum, { cpuS }) => sum + cpuS, 0);
}

function beginAll(learners: readonly LoadLearner[]): Promise<void> {
  return inLanes(
    connections,
    learners.map((learner) => () => beginAnew(learner)),
  );
}

export interface HumanPace {
  /** Milliseconds until each action was acknowledged. */
  readonly eachMs: readonly number[];
  /** Processor time of all processes by the time that passed: 1 is one core. */
  readonly processors: number;
}

/** One action at a time by each person, with a pause for thought between them. */
export async function playAtHumanPace(
  tool: Tool,
  client: LoadClient,
  learners: readonly LoadLearner[],
  forMs: number,
): Promise<HumanPace> {
  const eachMs: number[] = [];
  const cpuBefore = await readCpuS(tool);
  const startedAt = performance.now();
  const endsAt = startedAt + forMs;
  await Promise.all(
    learners.map(async (learner, index) => {
      await rest((humanPauseMs.to * index) / learners.length);
      while (performance.now() < endsAt) {
        eachMs.push(await sendBatch(client, learner, tool.baseUrl, 1));
        await rest(humanPauseMs.from + Math.random() * (humanPauseMs.to - humanPauseMs.from));
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return { eachMs, processors: ((await readCpuS(tool)) - cpuBefore) / seconds };
}

/** Milliseconds until the batch was acknowledged. */
export async function sendBatch(
  client: LoadClient,
  { api, actions, address }: LoadLearner,
  base: string,
  size: number,
): Promise<number> {
  const { id, epoch } = api.attempt;
  const batch = actions.take(size);
  const body = { contractVersion: 1, epoch, stateHash: actions.stateHash, actions: batch };
  const url = `${base}/api/attempts/${id}/actions`;
  const startedAt = performance.now();
  const answer = await client.post({ url, token: api.token, address, body });
  if (answer.status !== 200) throw new Error(`a batch was answered ${answer.status}: ${answer.text}`);
  return performance.now() - startedAt;
}

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
