/** The bar beside a heading that takes the focus: round corners of the heading would bend it into a bracket. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../../client/src');

it('keeps the bar of the focus straight when a heading has the focus', () => {
  const components = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }))
    .filter(({ text }) => /<h[2-4]\b[^>]*tabindex="-1"/.test(text));
  expect(components.length).toBeGreaterThan(10);
  const isRound = ({ text }: { text: string }): boolean => /^\s*h[2-4] \{[^}]*border-radius/m.test(text);
  expect(components.filter(isRound).map(({ file }) => file)).toEqual([]);
});
