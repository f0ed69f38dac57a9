import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

it('docs/screenshots has exactly the pictures that pages show', () => {
  const shown = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)].map(
      ([, path = '']) => relative(root, resolve(root, dirname(page), path)),
    ),
  );
  const drawn = readdirSync(join(root, 'docs/screenshots')).map((name) => `docs/screenshots/${name}`);
  expect([...new Set(shown)].sort()).toEqual(drawn.sort());
});
