/** Statements of every play and every kind of log entry keep their bytes. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { statementGoldenFiles } from '../../support/statement-goldens.ts';

const root = resolve(import.meta.dirname, '../../..');

it.each(Object.entries(statementGoldenFiles()))(
  'generates the stored statements byte for byte (npm run generate): %s',
  (file, text) => {
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(join(root, file), 'utf8')));
  },
);
