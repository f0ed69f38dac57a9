/** `npm run generate`: writes the files that are made from code; tests fail while one is stale. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedFiles } from './generated-files.ts';

const root = resolve(import.meta.dirname, '../..');
for (const [file, text] of Object.entries(generatedFiles())) writeFileSync(join(root, file), text);
