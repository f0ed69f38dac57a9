/** What ltijs loads into memory, measured in another process, since other files have loaded much here already. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');

describe('loading ltijs', () => {
  it('does not load its bundled database library, which others can still load', () => {
    const program = `
      import { createRequire } from 'node:module';
      import { loadLtijs } from './lti/engine/load-ltijs.ts';
      const { Provider } = loadLtijs();
      const ltijs = createRequire(createRequire(import.meta.url).resolve('ltijs'));
      const loaded = Object.keys(ltijs.cache).filter((file) => /node_modules.(mongoose|mongodb|bson)./.test(file));
      const { Schema } = ltijs('mongoose');
      console.log(JSON.stringify([typeof Provider.deploy, loaded, typeof Schema]));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['function', [], 'function']);
  });
});
