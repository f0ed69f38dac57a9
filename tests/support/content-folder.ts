/**
 * A copy of the product's content that a test may change, and start the tool with (CONTENT_DIR). Each scene is there
 * in its newest version and rules only, as in a folder that an author begins, unless the older ones are asked for.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { type Content, loadContent } from '../../server/content/load.ts';
import { checkOnce } from './check-once.ts';
import { content, contentDirectory } from './s02.ts';

const newest = content.getBank(Math.max(...content.bankVersions));

/** The file of the bank that every form names. */
export const bankInUse = `banks/v${String(newest.version)}.yaml`;

export class ContentFolder {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async create({ withOlder = false } = {}): Promise<ContentFolder> {
    const directory = await mkdtemp(join(tmpdir(), 'numplus-content-'));
    const isKept = (path: string): boolean => withOlder || !/\/scoring-\d+$/.test(path);
    await cp(contentDirectory, directory, { recursive: true, filter: isKept });
    for (const { scenario, worldVersion } of content.scenarios()) {
      if (withOlder || content.currentVersions(scenario).worldVersion === worldVersion) continue;
      await rm(join(directory, scenario, `v${String(worldVersion)}`), { recursive: true });
    }
    return new ContentFolder(directory);
  }

  /** Where a file of the newest version of a scene is; `*` stands for the version. */
  path(file: string): string {
    const [scenario = '', name = ''] = file.split('/*/');
    const { worldVersion } = content.currentVersions(scenario);
    return join(this.directory, scenario, `v${String(worldVersion)}`, name);
  }

  load(): Content {
    return loadContent(this.directory, checkOnce);
  }

  /** Replaces a text in a file, or in each version’s with `*` for the version. @throws if it is not there */
  async edit(file: string, from: string, to: string): Promise<void> {
    const [scenario = '', name] = file.split('/*/');
    const versions = name === undefined ? [] : await readdir(join(this.directory, scenario));
    for (const each of name === undefined ? [file] : versions.map((v) => join(scenario, v, name))) {
      const path = join(this.directory, each);
      const text = await readFile(path, 'utf8');
      if (!text.includes(from)) throw new Error(`« ${from} » is not in ${each}`);
      await writeFile(path, text.replaceAll(from, to));
    }
  }

  /** Sets the scenes of the demo form, the default of activities. */
  async playInDemo(scenes: string): Promise<void> {
    await this.edit('forms.yaml', 'scenes: [s02-inbox]', `scenes: ${scenes}`);
  }

  /**
   * Gives each variant of a scenario's newest version the names and values of the second, whatever seed is drawn: plays
   * that fit one variant only are written for that one.
   */
  async keepOneVariant(scenario: string): Promise<void> {
    const version = (await readdir(join(this.directory, scenario))).sort().at(-1) ?? '';
    const path = (file: string): string => join(this.directory, scenario, version, file);
    const world = parseDocument(await readFile(path('world.yaml'), 'utf8'));
    const variants = (world.toJS() as { readonly variants: readonly { readonly id: string }[] }).variants;
    world.set(
      'variants',
      variants.map(({ id }) => ({ ...variants[1], id })),
    );
    await writeFile(path('world.yaml'), world.toString());
    for (const file of ['world.fr.yaml', 'world.en.yaml']) {
      const texts = parseDocument(await readFile(path(file), 'utf8'));
      const own = texts.toJS() as { readonly variants?: Readonly<Record<string, unknown>> };
      if (own.variants === undefined) continue;
      const kept = own.variants[variants[1]?.id ?? ''];
      texts.set('variants', Object.fromEntries(variants.map(({ id }) => [id, kept])));
      await writeFile(path(file), texts.toString());
    }
  }

  /** Copies the inbox scene to another id, with its items unless it is unscored. */
  async addTwin(id: string, { inBank = true } = {}): Promise<void> {
    await cp(join(this.directory, 's02-inbox'), join(this.directory, id), { recursive: true });
    await this.edit(`${id}/*/world.yaml`, 'id: s02-inbox', `id: ${id}`);
    await this.edit(`${id}/*/evidence.yaml`, 'scenario: s02-inbox', `scenario: ${id}`);
    if (!inBank) return;
    const items = ['COM, steps: [-1.8, -0.8, 0.3, 0.6]', 'OUT, steps: [-1.2, -0.3]'].map(
      (item) => `  - { scenario: ${id}, dimension: ${item}, provenance: expert-guess }\n`,
    );
    await this.edit(bankInUse, 'items:\n', `items:\n${items.join('')}`);
    await this.edit(bankInUse, 'worlds:\n', `worlds:\n  ${id}: 2\n`);
  }

  /** Adds the items of a scene to the bank in use, unless it has them: without them it has no measure. */
  async measure(scenario: string): Promise<void> {
    if (newest.items.some((item) => item.scenario === scenario)) return;
    const version = { scenario, ...content.currentVersions(scenario) };
    const items = content.evidence(version).items.map(({ dimension, max }) => {
      const steps = Array.from({ length: max }, (_, index) => index * 0.5).join(', ');
      return `  - { scenario: ${scenario}, dimension: ${dimension}, steps: [${steps}], provenance: expert-guess }\n`;
    });
    await this.edit(bankInUse, 'items:\n', `items:\n${items.join('')}`);
    await this.edit(bankInUse, 'worlds:\n', `worlds:\n  ${scenario}: ${String(version.worldVersion)}\n`);
  }

  /** Makes the demo form as long as this with twins of its scene: six give a level. */
  async lengthenDemo(scenes: number): Promise<void> {
    const twins = Array.from({ length: scenes - 1 }, (_, index) => `s9${String(index)}-twin`);
    for (const twin of twins) await this.addTwin(twin);
    await this.playInDemo(`[${['s02-inbox', ...twins].join(', ')}]`);
  }

  remove(): Promise<void> {
    return rm(this.directory, { recursive: true, force: true });
  }
}
