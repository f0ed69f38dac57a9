/** The banks of item parameters against the scenarios that are there and the forms that name them. */
import { findNewest, type ListedScenario } from '../schema/catalogue.ts';
import type { BankFile } from '../measurement/bank-schema.ts';
import type { EvidenceFile, FormsFile } from '../schema/scenario.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';

/** What a bank is checked against. */
export interface BankSurroundings {
  readonly forms: FormsFile['forms'];
  /** Every scenario that has a folder, broken ones too: those are told of elsewhere. */
  readonly scenarios: readonly string[];
  readonly versions: readonly ListedScenario[];
  /** The items of a sound version. */
  readonly itemsOf: (version: ListedScenario) => EvidenceFile['items'];
}

/** Findings about one bank, each by its line. A file is named after the version in it. */
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

/** An item of a scenario that is neither there nor planned is a slip of the pen. */
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

/** What a form plays must have the items of its bank, with one step for each point; else a person is not measured by it. */
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
