/** `npm run generate`: writes the files made from code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generatedFiles } from './generated-files.ts';
import { goldenFiles } from './golden-files.ts';
import { statementGoldenFiles } from './statement-goldens.ts';

const root = resolve(import.meta.dirname, '../..');
for (const [file, text] of Object.entries({
  ...generatedFiles(),
  ...goldenFiles(),
  ...statementGoldenFiles(),
})) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
