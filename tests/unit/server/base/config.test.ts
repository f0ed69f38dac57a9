import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  isLoopbackHost,
  readConfig,
  readDemoConfig,
  renderEnvExample,
} from '../../../../server/base/config.ts';
import { explainFault } from '../../../../server/base/start-refusals.ts';

const good = { PUBLIC_URL: 'https://numplus.example.org', SECRET_KEY: 'k'.repeat(32) };

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((fault) => explainFault(fault, 'en'));
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('uses defaults for what is absent or empty', () => {
    expect(readConfig({ ...good, PORT: '', LRS_ENDPOINT: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:data/numplus.db',
      lrs: null,
      allowInsecureLoopback: false,
    });
  });

  it('reports every invalid variable at once', () => {
    const faults = faultsOf({ PORT: 'many', SECRET_KEY: 'short', LOG_LEVEL: 'loud' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'SECRET_KEY',
      'LOG_LEVEL',
    ]);
  });

  it('says of each variable what it must be', () => {
    const faults = faultsOf({
      PORT: 'many',
      WORKER_PORT: '70000',
      PUBLIC_URL: 'numplus',
      SECRET_KEY: 'short',
      TRUST_PROXY: '1.5',
      LOG_LEVEL: 'loud',
      OUTBOX_LIMIT: '-1',
      METRICS_TOKEN: `${'t'.repeat(40)} é`,
    });
    expect(faults).toEqual([
      'PORT: must be a whole number',
      'WORKER_PORT: must be at most 65535',
      'PUBLIC_URL: must be an address that begins with https://',
      'SECRET_KEY: must have at least 32 characters',
      'TRUST_PROXY: must be a whole number',
      'LOG_LEVEL: must be one of fatal, error, warn, info, debug, silent',
      expect.stringMatching(/^OUTBOX_LIMIT: must be at least \d+$/),
      'METRICS_TOKEN: must contain only letters, digits and - . _ ~ + / =',
    ]);
  });

  it('never repeats a secret in an error', () => {
    expect(faultsOf({ ...good, SECRET_KEY: 'tiny-secret' }).join()).not.toContain('tiny-secret');
  });

  it('refuses plain http for people and record stores', () => {
    const faults = faultsOf({
      ...good,
      PUBLIC_URL: 'http://numplus.example.org',
      LRS_ENDPOINT: 'http://lrs.example.org',
    });
    expect(faults).toHaveLength(2);
  });

  it('recognises a record store’s address with and without a trailing slash as the same', () => {
    const lrs = (endpoint: string): unknown => readConfig({ ...good, LRS_ENDPOINT: endpoint }).lrs;
    expect(lrs('https://lrs.example.org/xapi/')).toEqual(lrs('https://lrs.example.org/xapi'));
  });

  it('offers no metrics without a token, and refuses one that is short or not allowed in a header', () => {
    expect(readConfig(good).metricsToken).toBeNull();
    expect(readConfig({ ...good, METRICS_TOKEN: 't'.repeat(32) }).metricsToken).toBe('t'.repeat(32));
    for (const token of ['t'.repeat(31), `${'t'.repeat(31)} é`]) {
      expect(faultsOf({ ...good, METRICS_TOKEN: token })).toEqual([
        expect.stringMatching(/^METRICS_TOKEN: /),
      ]);
    }
  });

  it('refuses credentials in a record store’s address without repeating them', () => {
    const faults = faultsOf({ ...good, LRS_ENDPOINT: 'https://me:hush@lrs.example.org/xapi' });
    expect(faults).toEqual([expect.stringMatching(/^LRS_ENDPOINT: (?!.*hush)/)]);
  });

  it('accepts http for loopback names only, and only if it is allowed', () => {
    const local = { ...good, PUBLIC_URL: 'http://tool.localhost:3000' };
    expect(faultsOf(local)).toHaveLength(1);
    expect(readConfig({ ...local, ALLOW_INSECURE_LOOPBACK: 'on' }).publicUrl).toBe(
      'http://tool.localhost:3000',
    );
    expect(faultsOf({ ...good, PUBLIC_URL: 'http://10.0.0.1', ALLOW_INSECURE_LOOPBACK: 'on' })).toHaveLength(
      1,
    );
  });

  it('refuses a public address with a path, since pages and cookies use the root', () => {
    expect(faultsOf({ ...good, PUBLIC_URL: 'https://example.org/numplus' })).toHaveLength(1);
  });

  it('of the demo takes every setting, except those that the demo sets', () => {
    const env = { CONTENT_DIR: 'mine', OUTBOX_LIMIT: '5000', LOG_LEVEL: '', PORT: '1', SECRET_KEY: 'x' };
    expect(readDemoConfig({ ...good, PORT: '3000' }, env)).toMatchObject({
      contentDir: 'mine',
      outboxLimit: 5000,
      logLevel: 'warn',
      port: 3000,
      secretKey: good.SECRET_KEY,
    });
    expect(readDemoConfig(good, { LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
    expect(() => readDemoConfig(good, { OUTBOX_LIMIT: 'many' })).toThrow(ConfigError);
  });

  it.each(['localhost', 'tool.localhost', '127.0.0.1', '127.9.9.9', '[::1]'])(
    'recognises %s as this machine',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true);
    },
  );

  it.each(['localhost.example.org', '128.0.0.1', '127.0.0.1.example.org', 'example.org'])(
    'does not recognise %s as this machine',
    (host) => {
      expect(isLoopbackHost(host)).toBe(false);
    },
  );

  it('has an example file with exactly the variables of the code', () => {
    const file = readFileSync(join(import.meta.dirname, '../../../../.env.example'), 'utf8');
    expect(file).toBe(renderEnvExample());
  });
});
