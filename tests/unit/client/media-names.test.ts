/** Names of media queries: what the build makes of them, and whether components use them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preprocessCSS, resolveConfig } from 'vite';
import { expect, it } from 'vitest';
import { stylePlugins } from '../../../client/build/styles.ts';

const source = join(import.meta.dirname, '../../../client/src');
const names = new Map(
  [...readFileSync(join(source, 'styles/media.css'), 'utf8').matchAll(/@custom-media (--[\w-]+) (.+);/g)].map(
    ([, name = '', query = '']) => [query, name],
  ),
);

const queries = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:svelte|css)$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return [...text.matchAll(/@media (.+) \{/g)].map(([, query = '']) => ({ file, query }));
  });

it('makes a name a query that follows the text size', async () => {
  const css = { postcss: { plugins: stylePlugins } };
  const config = await resolveConfig({ configFile: false, css }, 'build');
  const { code } = await preprocessCSS('@media (--phone) { .a { color: red } }', 'sample.css', config);
  expect(code.match(/@media [^{]+(?= \{)/g)).toEqual([
    '@media (width < 30rem)',
    '@media (width < 37.5rem)',
    '@media (width < 45rem)',
    '@media (width < 60rem)',
  ]);
});

it('finds each name alone in its query, and known', () => {
  const known = new Set([...names.values()].map((name) => `(${name})`));
  const named = queries.filter(({ query }) => query.includes('(--'));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ query }) => !known.has(query))).toEqual([]);
});

it('finds no query in full that has a name', () => {
  expect(queries.filter(({ query }) => names.has(query))).toEqual([]);
});
