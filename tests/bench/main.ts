/** `npm run bench -- <name> [part]`: measurements as ratios of one run. Bounded in time, on loopback only. */
import { cpus } from 'node:os';
import { benchClient } from './client.ts';
import { benchDelivery } from './delivery.ts';
import { benchDisk } from './disk.ts';
import { benchLaunch } from './launch.ts';
import { benchLoad } from './load.ts';
import { benchMeasurement } from './measurement.ts';
import { benchSoak } from './soak.ts';
import { benchStart } from './start.ts';
import { runOrSay } from '../support/cannot-run.ts';

const benches: Record<string, (...args: string[]) => Promise<void>> = {
  client: benchClient,
  delivery: benchDelivery,
  disk: benchDisk,
  launch: benchLaunch,
  load: benchLoad,
  measurement: benchMeasurement,
  soak: benchSoak,
  start: benchStart,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`Which measurement? One of: ${Object.keys(benches).join(', ')}\n`);
  process.exit(1);
}
const [cpu] = cpus();
process.stdout.write(
  `${name} · Node ${process.version} · ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n`,
);
await runOrSay(() => bench(...process.argv.slice(3)));
