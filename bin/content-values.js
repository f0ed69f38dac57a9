/** Reads the delivered content once, so that servers need not (ADR 66). Needs the built server. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBuiltValues } from '../dist/server/content/built-values.js';

writeBuiltValues(join(dirname(dirname(fileURLToPath(import.meta.url))), 'scenarios', 'content'));
