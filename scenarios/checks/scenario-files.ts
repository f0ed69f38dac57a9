import {
  EvidenceFile,
  EvidenceTextFile,
  PlaysFile,
  type WorldFile,
  WorldFileSchema,
  WorldTextFile,
} from '../schema/scenario.ts';
import { RoutesFile, TacticsFile } from '../schema/laws-schema.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';
import { readFolder } from './read-folder.ts';

export const scenarioFileNames = [
  'world.yaml',
  'world.fr.yaml',
  'world.en.yaml',
  'evidence.yaml',
  'evidence.fr.yaml',
  'evidence.en.yaml',
  'plays.yaml',
] as const;

/** Both or none. With them the scene is judged by the laws; older scenes were made before the laws. */
export const lawFileNames = ['tactics.yaml', 'routes.yaml'] as const;

type FileName = (typeof scenarioFileNames)[number] | (typeof lawFileNames)[number];

export type ScenarioTexts = Readonly<Record<(typeof scenarioFileNames)[number], string | undefined>> &
  Readonly<Partial<Record<(typeof lawFileNames)[number], string | undefined>>>;

export interface ScenarioFiles {
  readonly world: YamlSource<WorldFile>;
  readonly worldTexts: { readonly fr: YamlSource<WorldTextFile>; readonly en: YamlSource<WorldTextFile> };
  readonly evidence: YamlSource<EvidenceFile>;
  readonly evidenceTexts: {
    readonly fr: YamlSource<EvidenceTextFile>;
    readonly en: YamlSource<EvidenceTextFile>;
  };
  readonly plays: YamlSource<PlaysFile>;
  /** Null in a scene that is not judged by the laws. */
  readonly tactics: YamlSource<TacticsFile> | null;
  readonly routes: YamlSource<RoutesFile> | null;
}

/** By the laws of a scored point. */
export function isJudged({ routes }: Pick<ScenarioFiles, 'routes'>): boolean {
  return routes !== null;
}

/** `files` is null if any file is missing or unsound. */
export function readScenario(
  folder: string,
  texts: ScenarioTexts,
): { readonly files: ScenarioFiles | null; readonly problems: readonly Problem[] } {
  const { read, problems } = readFolder<FileName>(folder, texts);
  const world = read('world.yaml', WorldFileSchema);
  const worldFr = read('world.fr.yaml', WorldTextFile);
  const worldEn = read('world.en.yaml', WorldTextFile);
  const evidence = read('evidence.yaml', EvidenceFile);
  const evidenceFr = read('evidence.fr.yaml', EvidenceTextFile);
  const evidenceEn = read('evidence.en.yaml', EvidenceTextFile);
  const plays = read('plays.yaml', PlaysFile);
  const isJudged = lawFileNames.some((name) => texts[name] !== undefined);
  const tactics = isJudged ? read('tactics.yaml', TacticsFile) : null;
  const routes = isJudged ? read('routes.yaml', RoutesFile) : null;
  if (isJudged && !(tactics && routes)) return { files: null, problems };
  if (!world || !worldFr || !worldEn || !evidence || !evidenceFr || !evidenceEn || !plays) {
    return { files: null, problems };
  }
  const files = {
    world,
    worldTexts: { fr: worldFr, en: worldEn },
    evidence,
    evidenceTexts: { fr: evidenceFr, en: evidenceEn },
    plays,
    tactics,
    routes,
  };
  return { files, problems };
}
