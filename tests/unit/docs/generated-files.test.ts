/** Files made from code are what the code makes now. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../support/generated-files.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('a generated file', () => {
  it.each(Object.entries(generatedFiles()))('is up to date (npm run generate): %s', (file, text) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(text);
  });
});
