#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { explainWrongNode } from './node-version.js';

const main = new URL('../dist/server/cli/main.js', import.meta.url);
const refusal =
  explainWrongNode(process.versions.node) ??
  (existsSync(main)
    ? undefined
    : 'NUM+ is not built yet: run `npm run build` once, or `npm start` for the demo.');
if (refusal !== undefined) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
await import(main.href);
