/** Stored attempts replay as they were played: state hash and evidence of every play, per version triple. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenFiles } from '../../support/golden-files.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('a stored replay', () => {
  it.each(Object.entries(goldenFiles()))('gives the stored result (npm run generate): %s', (file, text) => {
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(join(root, file), 'utf8')));
  });
});
