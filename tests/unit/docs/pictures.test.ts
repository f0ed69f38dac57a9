import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) =>
  join('docs', name),
);
const pages = ['README.md', ...inDocs.filter((name) => name.endsWith('.md'))];

it('docs has exactly the pictures that pages show', () => {
  const shown = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)].map(
      ([, path = '']) => relative(root, resolve(root, dirname(page), path)),
    ),
  );
  const there = inDocs.filter((name) => name.endsWith('.png'));
  expect([...new Set(shown)].sort()).toEqual(there.sort());
});
