import { difficultyError } from '../measurement/estimate.ts';
import { levelShares, nameLevel } from '../measurement/levels.ts';
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import { categoryProbabilities, logProbability } from '../measurement/models.ts';
import { gridNodes, standardGrid, summarise, posteriorFrom } from '../measurement/posterior.ts';
import type { Random } from '../measurement/random.ts';
import type { Abilities, Ability } from '../measurement/choose-scene.ts';
import type { Bank, ItemParameters, Level, Response } from '../kit/measurement-types.ts';

/** True abilities, logits. */
export type Truth = Readonly<Record<Dimension, number>>;

/**
 * Draws from the bank's prior.
 * @param correlation between any two dimensions, 0 to 1
 */
export function drawTruth({ prior }: Pick<Bank, 'prior'>, correlation: number, random: Random): Truth {
  const common = Math.sqrt(correlation) * random.normal();
  const own = Math.sqrt(1 - correlation);
  const draws = dimensions.map((dimension) => {
    return [dimension, prior.mean + prior.sd * (common + own * random.normal())] as const;
  });
  return Object.fromEntries(draws) as Record<Dimension, number>;
}

/** Draws points, 0 to m, for the ability `theta` in logits. */
export function drawPoints(item: ItemParameters, theta: number, random: Random): number {
  let left = random.uniform();
  const shares = categoryProbabilities(item, theta);
  const points = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return points === -1 ? item.steps.length : points;
}

/**
 * `honest` earns what ability gives, `careless` half of that, `random` a quarter of all points, the most
 * that random clicks may.
 */
export type Player = 'honest' | 'careless' | 'random';

const chances = { careless: 0.5, random: 0.25 } as const;

/** Draws points, 0 to m. */
export function drawEarned(player: Player, item: ItemParameters, theta: number, random: Random): number {
  const most = player === 'random' ? item.steps.length : drawPoints(item, theta, random);
  if (player === 'honest') return most;
  return Array.from({ length: most }, () => random.uniform()).filter((draw) => draw < chances[player]).length;
}

/** log P by item, points and node. */
export type LikelihoodTable = ReadonlyMap<ItemParameters, readonly Float64Array[]>;

const nodes = gridNodes(standardGrid);

export function tabulateLikelihoods({ items }: Pick<Bank, 'items'>): LikelihoodTable {
  return new Map(
    items.map((item) => [
      item,
      Array.from({ length: item.steps.length + 1 }, (_, points) =>
        Float64Array.from(nodes, (theta) => logProbability(item, points, theta)),
      ),
    ]),
  );
}

/** An estimate without the uncertainty of difficulties, logits. */
export interface EstimateWithLevel extends Ability {
  readonly level: Level;
}

/** What is known of a person: equals estimateEap, but is updated answer by answer. */
export class RunningEstimate {
  readonly responses: Response[] = [];
  readonly #bank: Bank;
  readonly #table: LikelihoodTable;
  readonly #logs: Readonly<Record<Dimension | 'overall', Float64Array>>;
  readonly #current: Record<Dimension | 'overall', Ability>;

  constructor(bank: Bank, table: LikelihoodTable) {
    this.#bank = bank;
    this.#table = table;
    const each = <Value>(make: () => Value): Record<Dimension | 'overall', Value> => ({
      OUT: make(),
      INF: make(),
      COM: make(),
      PRO: make(),
      SEC: make(),
      RES: make(),
      overall: make(),
    });
    this.#logs = each(() => new Float64Array(nodes.length));
    const { mean: theta, sd: se } = bank.prior;
    this.#current = each(() => ({ theta, se }));
  }

  add(answers: readonly Response[]): void {
    for (const { item, points } of answers) {
      const logs = this.#table.get(item)?.[points];
      if (logs === undefined) throw new RangeError('an answer to an item that the table does not know');
      for (const which of [item.dimension, 'overall'] as const) {
        const sum = this.#logs[which];
        logs.forEach((log, index) => (sum[index] = (sum[index] ?? 0) + log));
      }
    }
    this.responses.push(...answers);
    for (const which of new Set([...answers.map(({ item }) => item.dimension), 'overall' as const])) {
      const { theta, se } = this.find(which);
      const own = this.responses.filter(({ item }) => which === 'overall' || item.dimension === which);
      this.#current[which] = { theta, se: Math.hypot(se, difficultyError(own, this.#bank)) };
    }
  }

  /** For selection: includes the uncertainty of difficulties. */
  get abilities(): Abilities {
    const { overall, ...all } = this.#current;
    return { overall, dimensions: all };
  }

  /** Leaves that uncertainty out, because simulated persons answer by the bank itself. */
  find(which: Dimension | 'overall'): EstimateWithLevel {
    const logs = this.#logs[which];
    const posterior = posteriorFrom(nodes, (_, index) => logs[index] ?? 0, this.#bank.prior);
    const { level } = nameLevel(levelShares(posterior, this.#bank.cuts));
    return { ...summarise(posterior), level };
  }
}
