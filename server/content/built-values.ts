/** Values of the delivered content, read by the build (ADR 66). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FindValue } from '../../scenarios/kit/known-values.ts';
import { readValue } from '../../scenarios/kit/yaml-source.ts';
import { projectRoot } from '../base/project-root.ts';
import { readText } from './content-files.ts';

/** By the SHA-256 of each text. */
const builtFile = join(projectRoot, 'dist', 'content-values.json');

export function openBuiltValues(file = builtFile): FindValue {
  const json = readText(file);
  const values = (json === undefined ? {} : JSON.parse(json)) as Readonly<Record<string, unknown>>;
  return (text) => values[hashOf(text)];
}

/** Leaves out what has faults, or what JSON can’t hold. */
export function writeBuiltValues(directory: string, file = builtFile): void {
  const values: Record<string, unknown> = {};
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.name.endsWith('.yaml')) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    const value = readValue(text);
    const isKept = value !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
    if (isKept) values[hashOf(text)] = value;
  }
  writeFileSync(file, JSON.stringify(values));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
