/** What the built client may weigh and must not hold. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  filesOf,
  findSecrets,
  readBuiltFiles,
  readManifest,
  readSecrets,
  wireBytes,
} from './support/built-client.ts';

const root = resolve(import.meta.dirname, '..');
const built = join(root, 'dist', 'client');
const manifest = readManifest(built);
const files = readBuiltFiles(built);
const secrets = readSecrets(join(root, 'scenarios', 'content'));

const firstScreen = filesOf(manifest, 'index.html');
/** A group of client/vite.config.ts. */
const [group = ''] = Object.entries(manifest).find(([, { name }]) => name === 'play') ?? [];
const playing = filesOf(manifest, group);
const apps = Object.keys(manifest).filter((name) => /^src\/apps\/[\w-]+\/\w+App\.svelte$/.test(name));

describe('the built client', () => {
  it('holds no word, item, rule or misconception of any evidence file', () => {
    expect(secrets.words.length).toBeGreaterThan(100);
    expect(secrets.names.length).toBeGreaterThan(50);
    expect(findSecrets(files, secrets)).toEqual([]);
  });

  it('would be found out, had it one', () => {
    const [word = ''] = secrets.words;
    const misconception = 'reports-all';
    expect(secrets.names).toContain(misconception);
    const leaks = [
      { name: 'a.js', text: `const a = ${JSON.stringify({ said: word })}` },
      { name: 'b.css', text: `.${misconception} { color: red }` },
      { name: 'c.js', text: 'reports-all-of-it' },
    ];
    expect(findSecrets(leaks, { words: [word], names: [misconception] })).toEqual([
      `a.js: ${word}`,
      `b.css: ${misconception}`,
    ]);
  });

  it('carries no schema library and no map of its source', () => {
    expect(files.filter(({ text }) => text.includes('ZodError'))).toEqual([]);
    expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([]);
  });

  it('opens with at most 60 kB of compressed script', () => {
    const bytes = wireBytes(built, firstScreen);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
  });

  it('brings at most 48 kB of compressed script for every scene, without the apps', () => {
    expect(playing.size).toBeGreaterThan(firstScreen.size);
    expect(wireBytes(built, playing, firstScreen)).toBeLessThanOrEqual(48_000);
  });

  it('tells V8 at the head of each file that is loaded later to compile it early', () => {
    const entries = Object.values(manifest).filter(({ isEntry }) => isEntry);
    const isEntry = (name: string): boolean => entries.some(({ file }) => basename(file) === name);
    const scripts = files.filter(({ name }) => name.endsWith('.js'));
    const early = scripts.filter(({ text }) => text.startsWith('//# allFunctionsCalledOnLoad\n'));
    expect(entries).toHaveLength(2);
    expect(early.map(({ name }) => name)).toEqual(
      scripts.map(({ name }) => name).filter((name) => !isEntry(name)),
    );
  });

  it('has an app of its own for each folder of apps', () => {
    // A folder that registers an app; the kit registers none.
    const folders = readdirSync(join(root, 'client', 'src', 'apps'), { recursive: true, encoding: 'utf8' })
      .filter((path) => basename(path) === 'index.ts')
      .map((path) => dirname(path));
    expect(folders.length).toBeGreaterThan(7);
    expect(apps.map((name) => name.split('/')[2])).toEqual(expect.arrayContaining(folders));
  });

  it.each(apps)('%s brings at most 25 kB of compressed script with it', (app) => {
    expect(wireBytes(built, filesOf(manifest, app), playing)).toBeLessThanOrEqual(25_000);
  });
});
