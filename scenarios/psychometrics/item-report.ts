/** Abilities and steps in logits. */
import { itemName } from './item-name.ts';
import { reportDif, type DifTable } from './item-dif.ts';
import { countItem, type ItemStatistics } from './item-statistics.ts';
import { fitItems, pairItems, personsToFlag } from './fit.ts';
import { dimensions } from '../kit/dimensions.ts';
import { eapReliability, wleReliability } from './reliability.ts';
import { groupings, responsesTo, type Respondent } from './respondents.ts';
import { mean } from './statistics.ts';
import type { Bank, ItemParameters } from '../kit/measurement-types.ts';
import { type WrightMap, wrightMapOf } from './wright-map.ts';

export interface ItemReport {
  readonly bank: Pick<Bank, 'version' | 'model' | 'source'>;
  readonly isPilot: boolean;
  readonly persons: number;
  readonly personsToJudge: number;
  readonly items: readonly ItemReportRow[];
  readonly dependence: Dependence;
  readonly dif: readonly DifTable[];
  readonly wright: WrightMap;
  readonly reliability: readonly ReliabilityRow[];
}

export interface ItemReportRow extends ItemStatistics {
  readonly name: string;
  readonly scenario: string;
  readonly dimension: ItemParameters['dimension'];
  readonly steps: readonly number[];
  readonly provenance: ItemParameters['provenance'];
  /** Null if nobody can be judged. */
  readonly infit: number | null;
  readonly outfit: number | null;
  readonly fitPersons: number;
  /** Outside 0.7–1.3; null if too few to judge. */
  readonly misfits: boolean | null;
}

interface Dependence {
  readonly meanQ3: number | null;
  readonly pairs: number;
  /** Over 0.2 above the mean, largest first; null if too few to judge. */
  readonly flagged: readonly {
    readonly items: readonly [string, string];
    readonly q3: number;
    readonly persons: number;
  }[];
}

interface ReliabilityRow {
  readonly of: ItemParameters['dimension'] | 'overall';
  readonly persons: number;
  readonly eap: number | null;
  /** Only for all items. */
  readonly wle: number | null;
}

export function reportItems(bank: Bank, respondents: readonly Respondent[]): ItemReport {
  const { version, model, source, items } = bank;
  const fitted = respondents.map((one) => ({ responses: responsesTo(bank, one), theta: one.wle.theta }));
  const fits = fitItems(items, fitted);
  const rows = items.map((item, place): ItemReportRow => {
    const fit = fits[place];
    const fitPersons = fit?.persons ?? 0;
    return {
      name: itemName(item),
      scenario: item.scenario,
      dimension: item.dimension,
      steps: item.steps,
      provenance: item.provenance,
      ...countItem(bank, place, respondents),
      infit: fit?.infit ?? null,
      outfit: fit?.outfit ?? null,
      fitPersons,
      misfits: fitPersons < personsToFlag ? null : (fit?.flagged ?? null),
    };
  });
  return {
    bank: { version, model, source },
    isPilot: items.some(({ provenance }) => provenance === 'expert-guess'),
    persons: respondents.length,
    personsToJudge: personsToFlag,
    items: rows,
    dependence: dependenceOf(bank, fitted),
    dif: groupings.map((grouping) => reportDif(bank, respondents, grouping)),
    wright: wrightMapOf(bank, respondents),
    reliability: [
      {
        of: 'overall',
        persons: respondents.length,
        eap: eapReliability(respondents),
        wle: wleOf(respondents),
      },
      ...dimensions.map((dimension): ReliabilityRow => {
        const own = respondents.flatMap((one) => one.dimensions[dimension] ?? []);
        return { of: dimension, persons: own.length, eap: eapReliability(own), wle: null };
      }),
    ],
  };
}

function wleOf(respondents: readonly Respondent[]): number | null {
  return wleReliability(respondents.map(({ wle }) => wle));
}

function dependenceOf(bank: Bank, fitted: Parameters<typeof pairItems>[1]): Dependence {
  const pairs = pairItems(bank.items, fitted);
  const known = pairs.flatMap(({ q3 }) => (q3 === null ? [] : [q3]));
  return {
    meanQ3: known.length === 0 ? null : mean(known),
    pairs: known.length,
    flagged: pairs
      .flatMap(({ items: [one, other], q3, persons, flagged }) =>
        flagged && q3 !== null && persons >= personsToFlag
          ? [{ items: [itemName(one), itemName(other)] as const, q3, persons }]
          : [],
      )
      .toSorted((left, right) => right.q3 - left.q3),
  };
}
