/** Begins a scene of one's own, and with the first one a folder that the demo can play. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { isMap, isSeq, parseDocument } from 'yaml';
import { id as idFormat } from '../../scenarios/kit/format.ts';
import { listStartable, renderSkeleton } from '../../scenarios/schema/skeleton.ts';
import type { SimulatedAppId } from '../../scenarios/world/types.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { projectRoot } from '../base/project-root.ts';
import { languageOption } from './language.ts';
import { OperatorError } from './operator-error.ts';
import { collect, folder } from './option-values.ts';
import { type Begun, newScenarioWords, type NewScenarioWords } from './words/new-scenario.ts';

interface NewOptions {
  readonly app: readonly string[];
  readonly dir: string;
  readonly language: OperatorLanguage;
}

const example = join(projectRoot, 'docs', 'authors', 'example');

export function addScenarioNewCommand(scenario: Command): void {
  scenario
    .command('new')
    .description('begin a scene: it loads, can be played and measures nothing yet')
    .argument('<id>', 'small letters, digits and hyphens, such as x10-parking')
    .option('--app <app>', `app of the scene, repeatable: ${listStartable().join(', ')}`, collect, [])
    .option('--dir <folder>', 'folder of your scenarios', folder, 'my-scenarios')
    .addOption(languageOption())
    .action((id: string, { app, dir, language }: NewOptions) => {
      const words = newScenarioWords[language];
      const begun = beginScene({ id, apps: app, dir }, words);
      process.stdout.write(`${words.done(begun)}\n`);
    });
}

/** Writes nothing unless it writes all. @throws OperatorError */
export function beginScene(
  { id, apps: given, dir }: { id: string; apps: readonly string[]; dir: string },
  words: NewScenarioWords,
): Begun {
  const apps = knownApps(given, words);
  if (!idFormat.safeParse(id).success) throw new OperatorError(words.badId(id));
  if (existsSync(join(dir, id))) throw new OperatorError(words.exists(join(dir, id)));
  const isFirst = !existsSync(join(dir, 'forms.yaml'));
  if (isFirst) beginFolder(dir, id, words);
  const target = join(dir, id, 'v1');
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(renderSkeleton({ id, apps, schemaOf }))) {
    writeFileSync(join(target, name), text);
  }
  return { target, dir, id, isFirst };
}

function knownApps(given: readonly string[], words: NewScenarioWords): readonly SimulatedAppId[] {
  const known = listStartable();
  if (given.length === 0) throw new OperatorError(words.noApp(known.join(', ')));
  const unknown = given.find((app) => !known.some((one) => one === app));
  if (unknown !== undefined) throw new OperatorError(words.unknownApp(unknown, known.join(', ')));
  return known.filter((app) => given.includes(app)).sort((a, b) => given.indexOf(a) - given.indexOf(b));
}

/** A form needs a scored scene: the example is the first, and shows each kind of file. */
function beginFolder(dir: string, id: string, words: NewScenarioWords): void {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new OperatorError(words.noForms(dir));
  cpSync(example, dir, { recursive: true });
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue;
    const path = join(dir, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(\$schema=)\S*\/(.+)\.schema\.json/, linkSchema));
  }
  const forms = join(dir, 'forms.yaml');
  const document = parseDocument(readFileSync(forms, 'utf8'));
  const list = document.get('forms');
  const first = isSeq(list) ? list.items[0] : undefined;
  const scenes = isMap(first) ? first.get('scenes') : undefined;
  if (isSeq(scenes)) scenes.add(id);
  writeFileSync(forms, document.toString({ lineWidth: 0 }));
}

const linkSchema = (_whole: string, start: string, name: string): string => `${start}${schemaOf(name)}`;

/** A whole address: the folder may stand anywhere. */
function schemaOf(name: string): string {
  return pathToFileURL(resolve(projectRoot, 'scenarios', 'editor', `${name}.schema.json`)).href;
}
