import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');

it('SECURITY.md names only tests and files that exist', () => {
  const shown = [...text.matchAll(/`(tests\/[\w./-]+)`(?:: “([^”]+)”)?/g)];
  expect(shown.length).toBeGreaterThan(35);
  for (const [, file = '', name = ''] of shown) {
    expect([file, name, readFileSync(join(root, file), 'utf8').includes(name)]).toEqual([file, name, true]);
  }
  const files = [...text.matchAll(/`((?:lti|server)\/[\w./-]+)`/g)].map(([, file = '']) => file);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
