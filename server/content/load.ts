/**
 * Loads all content. Reports a broken scenario by file and line and leaves it out. Only `publicScene` may be
 * sent to a client.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  findNewest,
  playableForms,
  type Form,
  type ListedScenario,
  type ScenarioVersion,
} from '../../scenarios/schema/catalogue.ts';
import { checkScenario, type CheckResult, compileScenario } from '../../scenarios/checks/check-scenario.ts';
import { checkBank } from '../../scenarios/checks/check-banks.ts';
import { checkForms } from '../../scenarios/checks/check-forms.ts';
import { checkResources } from '../../scenarios/checks/check-resources.ts';
import {
  lawFileNames,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import { openBuiltValues } from './built-values.ts';
import { loadVocabularies } from './load-vocabularies.ts';
import { listVersionFolders, readText, unlessMissing } from './content-files.ts';
import { loadEarlierRules } from './earlier-rules.ts';
import { countActs } from '../../scenarios/kit/count-acts.ts';
import type { Evidence } from '../../scenarios/evidence/evaluate.ts';
import { BankFile, bankOf } from '../../scenarios/measurement/bank-schema.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import { FormsFile } from '../../scenarios/schema/scenario.ts';
import { sampleStart } from '../../scenarios/schema/dates.ts';
import type { FittedScene } from '../../scenarios/schema/variant.ts';
import { withKnownValues } from '../../scenarios/kit/known-values.ts';
import { readYaml, type Problem, type YamlSource } from '../../scenarios/kit/yaml-source.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { AppError } from '../base/errors.ts';
import { createFitter } from './fitted-scenes.ts';

export interface Content {
  readonly forms: readonly Form[];
  /** Of activities that name no form: the first of the file, also if it can't be played now. */
  readonly defaultForm: string;
  /** @throws AppError scenario.unknown */
  readonly getForm: (formId: string) => Form;
  /** Never sent to a client. @throws AppError bank.unknown */
  readonly getBank: (version: number) => Bank;
  readonly bankVersions: readonly number[];
  /** Each world version with its newest rules. */
  readonly scenarios: () => readonly ListedScenario[];
  /** For new attempts. @throws AppError scenario.unknown */
  readonly currentVersions: (scenario: string) => Omit<ScenarioVersion, 'scenario'>;
  /** Without evidence. @throws AppError scenario.unknown */
  /** `startedAt`: when the attempt began (`createdAt`), for the dates of the scene; titles need none. */
  readonly publicScene: (
    scenario: string,
    worldVersion: number,
    seed: number,
    startedAt?: number,
  ) => FittedScene;
  /** Acts of the shortest honest route; null if the scene has no routes. @throws AppError scenario.unknown */
  readonly fewestActs: (version: ScenarioVersion) => number | null;
  /** Never sent to a client. @throws AppError scenario.unknown */
  readonly evidence: (version: ScenarioVersion) => Evidence;
  /** Never sent to a client. @throws AppError scenario.unknown */
  readonly evidenceTexts: (version: ScenarioVersion) => EvidenceTexts;
  /** The starter set, for organisations without resources of their own. */
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  readonly build: string;
}

type EvidenceTexts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

type ValidScenario = NonNullable<CheckResult['scenario']>;

/** Throws only if `directory` cannot be read. */
export function loadContent(directory: string, check = checkScenario): Content {
  return withKnownValues(openBuiltValues(), () => load(directory, check));
}

function load(directory: string, check: typeof checkScenario): Content {
  const problems: Problem[] = [];
  const sound: ValidScenario[] = [];
  const earlier: ValidScenario[] = [];
  const digest = createHash('sha256');
  const shared = loadVocabularies(directory);
  problems.push(...shared.problems);
  digest.update(shared.digested);
  const folders = listVersionFolders(directory);
  for (const folder of folders) {
    const texts = readTexts(join(directory, folder));
    digest.update(JSON.stringify([folder, texts]));
    // An older version is pinned by attempts and cannot be changed: it need only work.
    const checkThis = isNewestFolder(folder, folders) ? check : compileScenario;
    const { errors, warnings, scenario } = checkThis(folder, texts, shared.vocabularies);
    problems.push(...errors, ...warnings);
    if (scenario !== null) sound.push(scenario);
    const before = loadEarlierRules(directory, folder, texts, shared.vocabularies);
    digest.update(before.digested);
    problems.push(...before.problems);
    earlier.push(...before.scenarios);
  }
  const versions = sound.map(versionOf);
  const formsText = readText(join(directory, 'forms.yaml')) ?? '';
  digest.update(formsText);
  const banks: YamlSource<BankFile>[] = [];
  for (const name of listBankFiles(directory)) {
    const text = readText(join(directory, name)) ?? '';
    digest.update(text);
    const { source, problems: faults } = readYaml(name, text, BankFile);
    problems.push(...faults);
    if (source !== null) banks.push(source);
  }
  const { source: forms, problems: faults } = readYaml('forms.yaml', formsText, FormsFile);
  problems.push(...faults);
  const bankVersions = banks.map(({ data }) => data.version);
  if (forms !== null) problems.push(...checkForms(forms, versions, bankVersions));
  const context = {
    forms: forms?.data.forms ?? [],
    scenarios: folders.map((folder) => folder.split('/')[0] ?? ''),
    versions,
    itemsOf: (version: ScenarioVersion) => getVersion(sound, version).evidence.items,
  };
  for (const bank of banks) problems.push(...checkBank(bank, context));
  const playable = forms === null ? [] : playableForms(forms.data, versions, bankVersions);
  const starter = loadResources(directory);
  problems.push(...starter.problems);
  const build = digest.digest('hex').slice(0, 12);
  const content = createContent(
    { sound, earlier },
    playable,
    banks.map(({ data }) => bankOf(data)),
    problems,
    build,
  );
  const defaultForm = forms?.data.forms[0]?.id ?? '';
  return { ...content, defaultForm, resources: starter.resources ?? [] };
}

function isNewestFolder(folder: string, folders: readonly string[]): boolean {
  const [scenario, version] = splitFolder(folder);
  return folders.map(splitFolder).every(([other, later]) => other !== scenario || later <= version);
}

function splitFolder(folder: string): [scenario: string, version: number] {
  const [scenario = '', version = ''] = folder.split('/');
  return [scenario, Number(version.slice(1))];
}

/** A new world version may start its scoring versions at 1 again, so all three are compared. */
function getVersion(
  sound: readonly ValidScenario[],
  { scenario, worldVersion, scoringVersion }: ScenarioVersion,
): ValidScenario {
  return required(
    sound.find(
      ({ evidence }) =>
        evidence.scenario === scenario &&
        evidence.worldVersion === worldVersion &&
        evidence.scoringVersion === scoringVersion,
    ),
    { scenario, worldVersion, scoringVersion },
  );
}

function createContent(
  { sound, earlier }: Readonly<Record<'sound' | 'earlier', readonly ValidScenario[]>>,
  forms: readonly Form[],
  banks: readonly Bank[],
  problems: readonly Problem[],
  build: string,
): Omit<Content, 'defaultForm' | 'resources'> {
  const versions = sound.map(versionOf);
  const pinned = [...sound, ...earlier];
  const fitted = createFitter();
  return {
    forms,
    problems,
    build,
    scenarios: () => versions,
    bankVersions: banks.map(({ version }) => version).sort((left, right) => left - right),
    getBank: (version) => {
      const bank = banks.find((one) => one.version === version);
      if (bank === undefined) throw new AppError('bank.unknown', { bankVersion: version });
      return bank;
    },
    getForm: (form) =>
      required(
        forms.find(({ id }) => id === form),
        { form },
      ),
    currentVersions: (scenario) => {
      const { worldVersion, scoringVersion } = required(findNewest(versions, scenario), { scenario });
      return { worldVersion, scoringVersion };
    },
    publicScene: (scenario, worldVersion, seed, startedAt = sampleStart) => {
      const { files } = required(
        sound.find(
          ({ files: { world } }) => world.data.id === scenario && world.data.version === worldVersion,
        ),
        { scenario, worldVersion },
      );
      return fitted(files, seed, startedAt);
    },
    fewestActs: (version) => {
      const { routes } = getVersion(pinned, version).files;
      if (routes === null) return null;
      return Math.min(...routes.data.routes.map(({ actions }) => countActs(actions)));
    },
    evidence: (version) => getVersion(pinned, version).evidence,
    evidenceTexts: (version) => {
      const { fr, en } = getVersion(pinned, version).files.evidenceTexts;
      return { fr: fr.data.texts, en: en.data.texts };
    },
  };
}

function versionOf({ files, evidence }: ValidScenario): ListedScenario {
  const { scenario, worldVersion, scoringVersion } = evidence;
  return { scenario, worldVersion, scoringVersion, isScored: files.world.data.scored !== false };
}

function required<Value>(value: Value | undefined, params: AppError['params']): Value {
  if (value === undefined) throw new AppError('scenario.unknown', params);
  return value;
}

function loadResources(directory: string): ReturnType<typeof checkResources> {
  const file = 'resources.yaml';
  const text = readText(join(directory, file));
  return text === undefined ? { problems: [], resources: [] } : checkResources(file, text);
}

function listBankFiles(directory: string): string[] {
  const names = unlessMissing(() => readdirSync(join(directory, 'banks')));
  return (names ?? [])
    .filter((name) => /^v\d+\.yaml$/.test(name))
    .map((name) => `banks/${name}`)
    .sort();
}

function readTexts(folder: string): ScenarioTexts {
  const [world, worldFr, worldEn, evidence, evidenceFr, evidenceEn, plays, tactics, routes] = [
    ...scenarioFileNames,
    ...lawFileNames,
  ].map((name) => readText(join(folder, name)));
  return {
    'world.yaml': world,
    'world.fr.yaml': worldFr,
    'world.en.yaml': worldEn,
    'evidence.yaml': evidence,
    'evidence.fr.yaml': evidenceFr,
    'evidence.en.yaml': evidenceEn,
    'plays.yaml': plays,
    'tactics.yaml': tactics,
    'routes.yaml': routes,
  };
}
