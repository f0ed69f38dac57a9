/** `npm run generate`: writes the files that are made from code; tests fail while one is stale. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderEnvExample } from '../../server/config.ts';

const root = resolve(import.meta.dirname, '../..');
writeFileSync(join(root, '.env.example'), renderEnvExample());
