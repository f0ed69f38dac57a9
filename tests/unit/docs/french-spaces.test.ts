/** No French page has an ordinary space where Québec typography wants a no-break one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../docs');
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(?:^|\/)fr\/.*\.md$/.test(path),
);

it('finds the French pages', () => {
  expect(pages.length).toBeGreaterThan(50);
});

it.each(pages)('%s has a no-break space before « : » and inside quotes', (page) => {
  const faults = readFileSync(join(root, page), 'utf8')
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/`[^`]*`/g, 'code')
    .split('\n')
    .filter((line) => / :(?:\s|$)|« | »/.test(line));
  expect(faults).toEqual([]);
});
