/** The built client: the files that a page fetches, their size on the wire, and secrets that they must not hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().default(''),
    imports: z.array(z.string()).default([]),
    isEntry: z.boolean().default(false),
  }),
);
export type Manifest = z.infer<typeof Manifest>;

export function readManifest(built: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8')));
}

/** Every file fetched with an entry, without lazy imports. */
export function filesOf(manifest: Manifest, entry: string): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports.forEach(visit);
  };
  visit(entry);
  return files;
}

/** Gzipped bytes of files, without those fetched before. */
export function wireBytes(
  built: string,
  files: ReadonlySet<string>,
  before: ReadonlySet<string> = new Set(),
): number {
  return [...files]
    .filter((file) => !before.has(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
}

export interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

export function readBuiltFiles(built: string): BuiltFile[] {
  return readdirSync(built, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(?:woff2|br)$/.test(entry.name))
    .map(({ parentPath, name }) => ({ name, text: readFileSync(join(parentPath, name), 'utf8') }));
}

const EvidenceFile = z.object({
  scenario: z.string(),
  items: z.array(z.object({ id: z.string() })).default([]),
  rules: z.array(z.object({ id: z.string() })).default([]),
  misconceptions: z.array(z.object({ id: z.string() })).default([]),
});

export interface Secrets {
  /** Texts and expressions of evidence and plays files. */
  readonly words: readonly string[];
  /** Names of items, misconceptions and rules. */
  readonly names: readonly string[];
}

/** What only the server may know of every scenario. */
export function readSecrets(content: string): Secrets {
  const words = new Set<string>();
  const names = new Set<string>();
  for (const entry of readdirSync(content, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/^(evidence|plays)\b.*\.ya?ml$/.test(entry.name)) continue;
    const value: unknown = parseYaml(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    collectWords(value, words);
    if (!/^evidence\.ya?ml$/.test(entry.name)) continue;
    const { items, rules, misconceptions } = EvidenceFile.parse(value);
    for (const { id } of items) names.add(id);
    // A rule's id may be as short as « e1 »; the name of its text is longer.
    for (const { id } of rules) names.add(`rule.${id}`);
    for (const { id } of misconceptions) names.add(id);
  }
  return { words: [...words], names: [...names] };
}

/** Shorter texts are everyday words that the world may contain too. */
const longEnough = 18;

function collectWords(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length >= longEnough) words.add(value.trim());
  } else if (Array.isArray(value)) {
    for (const part of value) collectWords(part, words);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      // Typed texts of plays may also be in the world.
      if (key !== 'typed') collectWords(part, words);
    }
  }
}

/** Secrets found in files, one line each. */
export function findSecrets(files: readonly BuiltFile[], { words, names }: Secrets): string[] {
  const whole = names.map((name) => ({ name, pattern: wholeWord(name) }));
  return files.flatMap(({ name: file, text }) => [
    ...words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
    ...whole.filter(({ pattern }) => pattern.test(text)).map(({ name }) => `${file}: ${name}`),
  ]);
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`);
}
