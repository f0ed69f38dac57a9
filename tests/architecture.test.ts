/** The rules of the house that no linter knows: who may import whom. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBackArrows, findCircles, houses, roomOf } from './support/floors.ts';

const root = resolve(import.meta.dirname, '..');
const folders = ['scenarios', 'xapi', 'lti', 'server', 'client', 'sandbox', 'tests'] as const;
type Folder = (typeof folders)[number];

/** Which project folders each folder may import from. */
const mayImport: Record<Folder, readonly string[]> = {
  scenarios: ['scenarios'],
  xapi: ['xapi', 'scenarios'],
  lti: ['lti'],
  server: ['server', 'scenarios', 'xapi', 'lti'],
  client: ['client', 'scenarios/world'],
  sandbox: ['sandbox'],
  tests: [...folders],
};

/** Further edges that carry types only. */
const mayImportTypes: Partial<Record<Folder, readonly string[]>> = {
  client: [
    'scenarios/kit/effort-flags.ts',
    'scenarios/schema/scenario.ts',
    'scenarios/kit/dimensions.ts',
    'scenarios/kit/log.ts',
    'server/contract/',
  ],
};

/** Third parties that each of the inner folders may use. */
const thirdParties: Partial<Record<Folder, readonly string[]>> = {
  scenarios: ['zod', 'yaml', '@marcbachmann/cel-js'],
  xapi: ['zod', 'uuid', '@xapi/xapi'],
  lti: ['ltijs', 'jose', 'zod'],
};

/** Third parties that stand behind one file each. */
const behindOneFile: Record<string, RegExp> = {
  ltijs: /^lti\/engine\/load-ltijs\.ts$/,
  '@xapi/xapi': /^xapi\/lrs-client\.ts$/,
  'better-sqlite3': /^server\/storage\/sqlite\/[\w-]+\.ts$/,
  mongoose: /^server\/storage\/mongo\/database\.ts$/,
  docx: /^server\/adoption\/write-docx\.ts$/,
  tldts: /^server\/organisations\/registrable-domain\.ts$/,
  'prom-client': /^server\/metrics\/tool-metrics\.ts$/,
  '@zxcvbn-ts/core': /^client\/src\/apps\/sign-in\/estimate-password\.ts$/,
  '@marcbachmann/cel-js': /^scenarios\/evidence\/expressions\.ts$/,
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const target = specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier;
    return { file, target, typeOnly: match[1] !== undefined };
  });
}

const all = folders.flatMap(sourceFiles).flatMap(importsOf);
const inProject = (target: string): boolean => folders.some((folder) => target.startsWith(`${folder}/`));
const packageOf = (target: string): string => target.split('/', target.startsWith('@') ? 2 : 1).join('/');

/** Files that come along with those of a pattern: imports of types alone bring nothing. */
function reachedFrom(pattern: RegExp): readonly string[] {
  const reached = new Set(all.map(({ file }) => file).filter((file) => pattern.test(file)));
  for (const from of reached) {
    for (const { file, target, typeOnly } of all) {
      if (file === from && !typeOnly && inProject(target)) reached.add(target);
    }
  }
  return [...reached];
}

describe('the architecture', () => {
  it('reads enough imports to judge them', () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it.each(folders)('lets %s import only what it may', (folder) => {
    const wrong = all.filter(({ file, target, typeOnly }) => {
      if (!file.startsWith(`${folder}/`) || !inProject(target)) return false;
      const allowed = mayImport[folder].some((prefix) => target.startsWith(`${prefix}/`));
      const allowedTypes = (mayImportTypes[folder] ?? []).some((prefix) => target.startsWith(prefix));
      return !allowed && !(typeOnly && allowedTypes);
    });
    expect(wrong).toEqual([]);
  });

  it('has a floor for every file', () => {
    const homeless = houses
      .flatMap(({ folder }) => sourceFiles(folder))
      .filter((file) => roomOf(file) === undefined);
    expect(homeless).toEqual([]);
  });

  it('has a file in every room', () => {
    const files = houses.flatMap(({ folder }) => sourceFiles(folder)).map((file) => roomOf(file)?.folder);
    // Styles hold no source file.
    const empty = houses
      .flatMap(({ floors }) => floors.flat())
      .filter(({ folder }) => folder !== 'client/src/styles' && !files.includes(folder));
    expect(empty).toEqual([]);
  });

  it('has no arrow between folders that runs up', () => {
    expect(findBackArrows(all)).toEqual([]);
  });

  it('has no way from a service or a learner’s page to the preview of authors', () => {
    const preview = /^(?:server|client\/src)\/preview\//;
    const users = all.filter(({ file, target }) => preview.test(target) && !preview.test(file));
    const files = users.map(({ file }) => file).filter((file) => !file.startsWith('tests/'));
    expect([...new Set(files)]).toEqual(['server/cli/scenario-play.ts']);
  });

  it('lets the learner’s screens and state reach no reducer of an app, which comes with its app', () => {
    const reached = reachedFrom(/^client\/src\/(?:screens|state|page|ui)\//);
    expect(reached).toContain('scenarios/world/engine.ts');
    const ofApps = reached.filter((file) => /^scenarios\/world\/[\w-]+\//.test(file));
    expect(ofApps.filter((file) => !file.endsWith('/shown.ts'))).toEqual([]);
  });

  it('has no circle of folders', () => {
    expect(findCircles(all.filter(({ file }) => !file.startsWith('tests/')))).toEqual([]);
  });

  it('finds an arrow that runs up or sideways, and a circle, if a file is moved', () => {
    const moved = all.map(({ file, target }) => ({
      file: file.replace('server/delivery/', 'server/base/'),
      target: target.replace('server/delivery/', 'server/base/'),
    }));
    expect(findBackArrows(moved).length).toBeGreaterThan(5);
    expect(findCircles(moved).length).toBeGreaterThan(0);
    const sideways = { file: 'server/launches/accept.ts', target: 'server/research/days.ts' };
    expect(findBackArrows([sideways])).toEqual([sideways]);
    expect(roomOf('server/attic/box.ts')).toBeUndefined();
  });

  it.each(['scenarios', 'xapi', 'lti'] as const)('lets %s use only its own third parties', (folder) => {
    const wrong = all.filter(({ file, target }) => {
      if (!file.startsWith(`${folder}/`) || inProject(target) || target.startsWith('node:')) return false;
      return !(thirdParties[folder] ?? []).includes(packageOf(target));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the world free of third parties, Node and other folders', () => {
    const wrong = all.filter(
      ({ file, target }) => file.startsWith('scenarios/world/') && !target.startsWith('scenarios/world/'),
    );
    expect(wrong).toEqual([]);
  });

  it('does no input or output in scenarios', () => {
    expect(
      all.filter(({ file, target }) => file.startsWith('scenarios/') && target.startsWith('node:')),
    ).toEqual([]);
  });

  it.each(Object.entries(behindOneFile))('keeps %s behind one file', (name, allowed) => {
    const users = all
      .filter(
        ({ file, target, typeOnly }) => packageOf(target) === name && !file.startsWith('tests/') && !typeOnly,
      )
      .map(({ file }) => file);
    expect(new Set(users).size).toBe(1);
    expect(users.every((file) => allowed.test(file))).toBe(true);
  });

  it('names concrete adapters of the storage only where they are composed', () => {
    const users = all.filter(
      ({ file, target }) =>
        /^server\/storage\/(sqlite|mongo)\//.test(target) &&
        !file.startsWith('server/storage/') &&
        file !== 'server/upkeep/open-upkeep.ts' &&
        !file.startsWith('tests/'),
    );
    expect(users).toEqual([]);
    const openers = all.filter(
      ({ file, target }) => target === 'server/storage/open-storage.ts' && !file.startsWith('tests/'),
    );
    expect(openers.map(({ file }) => file)).toEqual(['server/context.ts']);
  });

  it('loads MongoDB only where an address names it', () => {
    const users = all.filter(
      ({ file, target }) =>
        target.startsWith('server/storage/mongo/') &&
        !file.startsWith('server/storage/mongo/') &&
        !file.startsWith('tests/'),
    );
    expect(users.map(({ file, target }) => [file, target])).toEqual([
      ['server/storage/open-storage.ts', 'server/storage/mongo/open.ts'],
      ['server/storage/open-transfer.ts', 'server/storage/mongo/transfer.ts'],
      ['server/upkeep/open-upkeep.ts', 'server/storage/mongo/upkeep.ts'],
    ]);
    for (const { file, target } of users) {
      const opener = readFileSync(join(root, file), 'utf8');
      const path = posix.relative(dirname(file), target);
      expect(opener).toContain(`await import('${path.startsWith('.') ? path : `./${path}`}')`);
    }
  });

  it('lets only the configuration read the environment', () => {
    const readers = ['scenarios', 'xapi', 'lti', 'server', 'client']
      .flatMap(sourceFiles)
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['server/base/config.ts']);
  });

  it('has Node follow promises for one purpose alone, which ends with each launch', () => {
    const users = ['scenarios', 'xapi', 'lti', 'server']
      .flatMap(sourceFiles)
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('async_hooks'));
    expect(users).toEqual(['lti/engine/judgements.ts']);
  });

  it('has no cycle among the source files', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of all) {
      if (inProject(target) && !file.startsWith('tests/'))
        edges.set(file, [...(edges.get(file) ?? []), target]);
    }
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): string[] => {
      if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
      if (done.has(file)) return [];
      done.add(file);
      return (edges.get(file) ?? []).flatMap((target) => visit(target, [...trail, file]));
    };
    expect([...edges.keys()].flatMap((file) => visit(file, []))).toEqual([]);
  });

  it('keeps files to one idea: at most 300 lines', () => {
    const long = ['scenarios', 'xapi', 'lti', 'server', 'client', 'sandbox']
      .flatMap(sourceFiles)
      .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
