/** One version of one scenario in a folder of an author's, read anew whenever its files change. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkScenario, compileScenario } from '../../scenarios/checks/check-scenario.ts';
import {
  lawFileNames,
  scenarioFileNames,
  type ScenarioFiles,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import type { Evidence } from '../../scenarios/evidence/evaluate.ts';
import type { Problem } from '../../scenarios/kit/yaml-source.ts';
import { readText } from '../content/content-files.ts';
import { loadVocabularies } from '../content/load-vocabularies.ts';

export interface Scene {
  readonly files: ScenarioFiles;
  readonly evidence: Evidence;
}

interface Read {
  readonly stamp: string;
  readonly isSound: boolean;
  readonly problems: readonly Problem[];
  /** The last that was sound; null if none was. */
  readonly scene: Scene | null;
}

export class SceneFolder {
  /** Of all scenarios. */
  readonly directory: string;
  /** E.g. `x10-parking/v1`. */
  readonly name: string;
  #read: Read | null = null;

  private constructor(path: string) {
    this.directory = dirname(dirname(path));
    this.name = `${basename(dirname(path))}/${basename(path)}`;
  }

  /** @returns undefined if `path` holds no version of a scenario; takes the newest of several */
  static find(path: string): SceneFolder | undefined {
    const folder = resolve(path);
    if (existsSync(join(folder, 'world.yaml'))) return new SceneFolder(folder);
    const newest = (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => /^v\d+$/.test(name) && existsSync(join(folder, name, 'world.yaml')))
      .sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)))
      .at(-1);
    return newest === undefined ? undefined : new SceneFolder(join(folder, newest));
  }

  get path(): string {
    return join(this.directory, this.name);
  }

  read(): Read {
    const stamp = [this.path, join(this.directory, 'vocabularies')].map(stampOf).join(' ');
    if (this.#read?.stamp === stamp) return this.#read;
    const texts = this.texts();
    const shared = loadVocabularies(this.directory);
    const { errors, warnings } = checkScenario(this.name, texts, shared.vocabularies);
    // A scene can be played before its laws and its wording are right.
    const played = { ...texts, 'tactics.yaml': undefined, 'routes.yaml': undefined };
    const { scenario } = compileScenario(this.name, played, shared.vocabularies);
    this.#read = {
      stamp,
      isSound: scenario !== null,
      problems: [...shared.problems, ...errors, ...warnings],
      scene: scenario ?? this.#read?.scene ?? null,
    };
    return this.#read;
  }

  texts(): ScenarioTexts {
    const names = [...scenarioFileNames, ...lawFileNames];
    // Every name has an entry; the compiler loses which.
    return Object.fromEntries(
      names.map((name) => [name, readText(join(this.path, name))]),
    ) as unknown as ScenarioTexts;
  }
}

function stampOf(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const marks = files.map((file) => [file, statSync(join(folder, file), { throwIfNoEntry: false })] as const);
  return createHash('sha256')
    .update(JSON.stringify(marks.map(([file, stat]) => [file, stat?.mtimeMs, stat?.size])))
    .digest('hex')
    .slice(0, 16);
}
