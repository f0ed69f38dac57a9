import { findNewest, type ListedScenario } from '../schema/catalogue.ts';
import type { BankFile } from '../measurement/bank-schema.ts';
import { isAbout } from '../measurement/measure.ts';
import type { EvidenceFile, FormsFile } from '../schema/scenario.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';

export interface BankSurroundings {
  readonly forms: FormsFile['forms'];
  /** Includes unsound scenarios, which are reported elsewhere. */
  readonly scenarios: readonly string[];
  readonly versions: readonly ListedScenario[];
  readonly itemsOf: (version: ListedScenario) => EvidenceFile['items'];
}

export function checkBank(source: YamlSource<BankFile>, surroundings: BankSurroundings): Problem[] {
  const { data, file } = source;
  const expected = `banks/v${data.version}.yaml`;
  const misnamed =
    file === expected
      ? []
      : [source.problem('error', ['version'], 'folder.differs', { folder: file, expected })];
  return [
    ...misnamed,
    ...unknownScenarios(source, surroundings),
    ...itemsTwice(source),
    ...unlikeEvidence(source, surroundings),
  ];
}

function unknownScenarios(source: YamlSource<BankFile>, { scenarios }: BankSurroundings): Problem[] {
  const known = new Set([...scenarios, ...source.data.planned]);
  return source.data.items.flatMap(({ scenario }, index) =>
    known.has(scenario)
      ? []
      : [
          source.problem('error', ['items', index, 'scenario'], 'id.unknown', {
            id: scenario,
            kind: 'scenario',
          }),
        ],
  );
}

function itemsTwice(source: YamlSource<BankFile>): Problem[] {
  const names = source.data.items.map(({ scenario, dimension }) => `${scenario} ${dimension}`);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [source.problem('error', ['items', index], 'id.twice', { id: name })],
  );
}

/** A scenario can't be measured unless the bank has its items, with one step per point. */
function unlikeEvidence(
  source: YamlSource<BankFile>,
  { forms, versions, itemsOf }: BankSurroundings,
): Problem[] {
  const bank = source.data;
  const played = new Set(
    forms.filter(({ bankVersion }) => bankVersion === bank.version).flatMap(({ scenes }) => scenes),
  );
  return [...played].flatMap((scenario) => {
    const version = findNewest(versions, scenario);
    if (version === undefined) return [];
    const evidence = itemsOf(version);
    const missing = evidence
      .filter(
        ({ dimension }) =>
          !isAbout(bank, version) ||
          !bank.items.some((item) => item.scenario === scenario && item.dimension === dimension),
      )
      .map(({ dimension }) =>
        source.problem('error', ['items'], 'bank.item-missing', { scenario, dimension }),
      );
    const unlike = bank.items.flatMap(({ steps, ...item }, index) => {
      if (item.scenario !== scenario) return [];
      const { dimension } = item;
      const max = evidence.find((one) => one.dimension === dimension)?.max ?? 0;
      if (max === steps.length) return [];
      const params = { scenario, dimension, steps: steps.length, max };
      return [source.problem('error', ['items', index, 'steps'], 'bank.steps-differ', params)];
    });
    return [...missing, ...unlike];
  });
}
