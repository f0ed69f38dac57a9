#!/usr/bin/env node
/** The command line of NUM+: `./bin/numplus.js <command>`. */
import { existsSync } from 'node:fs';

const main = new URL('../dist/server/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  process.stderr.write('NUM+ is not built yet. Run `npm run build` once, or `npm start` for the demo.\n');
  process.exit(1);
}
await import(main.href);
