/** DIF between two groups of 500: how often a fair item is called large, and how often an unfair one is found. */
import { bankOfScenes } from '../support/measurement/bank.ts';
import { countFalseAlarms, countFound } from '../support/measurement/dif-replications.ts';

const replications = 40;
const personsPerGroup = 500;

export function benchDif(): void {
  const bank = bankOfScenes();
  for (const impact of [0, 0.5, 1]) {
    const plan = { bank, personsPerGroup, impact, replications };
    const { items, large } = countFalseAlarms(plan);
    const found = countFound(plan);
    const share = (count: number, all: number): string => `${((100 * count) / all).toFixed(1)} %`;
    process.stdout.write(
      `DIF, ${personsPerGroup} + ${personsPerGroup} persons, groups ${impact} logit apart, ${replications} replications: ` +
        `class C for ${share(large, items)} of ${items} fair items (aim ≤ 2 %); of items 0.8 logit harder ` +
        `${share(found.large + found.moderate, found.planted)} found (aim ≥ 90 %), ${share(found.large, found.planted)} in class C\n`,
    );
  }
}
