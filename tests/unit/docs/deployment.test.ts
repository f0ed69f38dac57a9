/** The files for systemd and containers, which no machine of ours runs: they are read, and name only what there is. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { renderEnvExample } from '../../../server/base/config.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Settings of the tool; Node reads the other one. */
const known = [...renderEnvExample().matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
const settings = [...known, 'NODE_ENV'];

/** How long the tool may take to end. */
const stopS = 10;
const commands = ['serve', 'worker'];

const Service = z.looseObject({
  build: z.string().optional(),
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  read_only: z.boolean(),
  tmpfs: z.array(z.string()),
  cap_drop: z.array(z.string()),
  user: z.string(),
  stop_grace_period: z.string().regex(/^\d+s$/),
  ports: z.array(z.string()).default([]),
});

describe('compose.yaml', () => {
  const { services, volumes } = z
    .object({ services: z.record(z.string(), z.unknown()), volumes: z.record(z.string(), z.null()) })
    .parse(parse(read('compose.yaml'), { merge: true }));
  const ours = Object.entries(services)
    .filter(([, service]) => typeof service === 'object' && service !== null && 'build' in service)
    .map(([name, service]) => ({ name, ...Service.parse(service) }));

  it('starts the services that serve and deliver, with commands that exist', () => {
    expect(ours.map(({ command }) => command[0]).sort()).toEqual(commands);
  });

  it('gives our processes settings that exist, a health check’s port, and time to stop', () => {
    for (const { environment, command, stop_grace_period: grace } of ours) {
      expect(Object.keys(environment).filter((name) => !settings.includes(name))).toEqual([]);
      const port = command[0] === 'serve' ? environment.PORT : environment.WORKER_PORT;
      expect(read('Dockerfile')).toContain(`http://127.0.0.1:${port}/healthz`);
      expect(Number.parseInt(grace, 10)).toBeGreaterThan(stopS);
    }
  });

  it('lets them write only to /tmp, without root, and publishes ports on this machine only', () => {
    for (const one of ours) {
      expect(one).toMatchObject({ read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'], user: 'node' });
      expect(one.ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    }
  });

  it('declares every volume that a service mounts', () => {
    const mounted = [...read('compose.yaml').matchAll(/volumes: \['([\w-]+):/g)].map(([, name]) => name);
    expect(mounted.length).toBeGreaterThan(0);
    expect(mounted.filter((name) => !Object.keys(volumes).includes(name ?? ''))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  it('sets settings that exist, and runs the command itself, so that SIGTERM reaches it', () => {
    const [, line = ''] = /^ENV (.+)$/m.exec(read('Dockerfile')) ?? [];
    const names = [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !settings.includes(name))).toEqual([]);
    expect(read('Dockerfile')).toMatch(/^ENTRYPOINT \["node", "bin\/numplus.js"\]\nCMD \["serve"\]$/m);
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
  });
});

describe('the systemd units', () => {
  const units = readdirSync(join(root, 'deploy')).filter((name) => name.endsWith('.service'));

  it('exist for each long-running command', () => {
    const started = units.map(
      (name) => /^ExecStart=.* bin\/numplus\.js (\w+)/m.exec(read(`deploy/${name}`))?.[1],
    );
    expect(started.sort()).toEqual(commands);
  });

  it.each(units)('give %s time to stop, and settings that exist', (name) => {
    const unit = read(`deploy/${name}`);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(stopS);
    const [, line = ''] = /^Environment=(.+)$/m.exec(unit) ?? [];
    const names = [...line.matchAll(/([A-Z_]+)=/g)].map(([, variable]) => variable ?? '');
    expect(names.filter((variable) => !settings.includes(variable))).toEqual([]);
  });

  it('and the container files state that the project has not run them', () => {
    for (const file of [...units.map((name) => `deploy/${name}`), 'Dockerfile', 'compose.yaml']) {
      expect([file, /^# .*Not run by us/m.test(read(file))]).toEqual([file, true]);
    }
  });
});
