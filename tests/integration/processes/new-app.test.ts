/** docs/authors/…/a-new-app.md, done to a copy of the product: the example app compiles, is built and is played. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');
const till = join(root, 'tests/support/till');
const pages = ['en/a-new-app.md', 'fr/une-nouvelle-application.md'].map((page) =>
  readFileSync(join(root, 'docs/authors', page), 'utf8'),
);
const product = ['scenarios', 'xapi', 'lti', 'server', 'sandbox', 'client'];
const copied = [...product, 'bin', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

const folder = mkdtempSync(join(tmpdir(), 'numplus-new-app-'));
const minutes = 60_000;

/** Code blocks of a language in a page. */
function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code = '']) => code,
  );
}

interface Change {
  readonly file: string;
  readonly added: readonly { readonly after: string; readonly line: string }[];
}

function parseDiff(block: string): Change {
  const [head = '', ...lines] = block.trimEnd().split('\n');
  const added = lines.flatMap((line, index) =>
    line.startsWith('+') ? [{ after: lines[index - 1]?.slice(1) ?? '', line: line.slice(1) }] : [],
  );
  return { file: head.replace('--- ', ''), added };
}

const changes = blocksOf(pages[0] ?? '', 'diff').map(parseDiff);

function apply({ file, added }: Change): void {
  const path = join(folder, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const { after, line } of added) {
    expect(lines.filter((each) => each === after)).toHaveLength(1);
    lines.splice(lines.indexOf(after) + 1, 0, line);
  }
  writeFileSync(path, lines.join('\n'));
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

const productFiles = new Set(
  product.flatMap((part) => listFiles(join(root, part)).map((file) => join(part, file))),
);

/** Runs Node in the copy; what it says on failure is in the error. */
async function node(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: folder });
  return stdout;
}

beforeAll(() => {
  for (const part of copied) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const part of ['scenarios', 'xapi', 'client', 'play.ts']) {
    cpSync(join(till, part), join(folder, part), { recursive: true });
  }
  for (const change of changes) apply(change);
}, 2 * minutes);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the documentation page about a new app', () => {
  it('lists four folders, and an import and an entry in three lists', () => {
    const folders = product
      .flatMap((part) => listFiles(join(folder, part)).map((file) => join(part, file)))
      .filter((file) => !productFiles.has(file))
      .map((file) => file.slice(0, file.indexOf('/till/')));
    expect([...new Set(folders)].sort()).toEqual([
      'client/src/apps',
      'scenarios/apps',
      'scenarios/world',
      'xapi/actions',
    ]);
    expect(changes).toHaveLength(3);
    for (const { added } of changes) {
      const entries = added.filter(({ line }) => !line.startsWith('import '));
      expect([added.length, entries.length]).toEqual([2, 1]);
    }
  });

  it('says the same in both languages, with the example’s code', () => {
    const [english = '', french = ''] = pages;
    const sources = listFiles(till).map((file) => readFileSync(join(till, file), 'utf8'));
    for (const language of ['ts', 'svelte', 'diff', 'sh']) {
      expect(blocksOf(french, language)).toEqual(blocksOf(english, language));
    }
    for (const block of ['ts', 'svelte'].flatMap((language) => blocksOf(english, language))) {
      expect([block, sources.some((source) => source.includes(block))]).toEqual([block, true]);
    }
  });

  it('produces an app that compiles', { timeout: 8 * minutes }, async () => {
    expect(await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noEmit')).toBe('');
  });

  it('produces an app that the client can be built with', { timeout: 4 * minutes }, async () => {
    await node('node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts');
    const built = readdirSync(join(folder, 'dist/client/assets'));
    expect(built.filter((file) => /^TillApp-.*\.js$/.test(file))).toHaveLength(1);
  });

  it(
    'produces a scene that is valid, can be played, is scored and makes statements',
    { timeout: 3 * minutes },
    async () => {
      const content = join(till, 'content');
      const main = join(folder, 'server/cli/main.ts');
      await node('--import', 'tsx', main, 'scenario', 'check', '--dir', content);
      expect(JSON.parse(await node('--import', 'tsx', 'play.ts', content))).toEqual({
        state: { rung: ['bread', 'milk'], closed: true },
        refused: ['till.not-rung-up'],
        items: [{ item: 'x02-out', dimension: 'OUT', points: 2, max: 2, skipped: false }],
        statements: [
          'selected article/bread',
          'selected article/milk',
          'closed views/receipt',
          'submitted x02-till/v1',
        ],
        words: [
          ['till.ring-up', { article: 'till.bread' }],
          ['till.ring-up', { article: 'till.milk' }],
          ['till.close', {}],
        ],
        templates: 3,
      });
    },
  );
});
