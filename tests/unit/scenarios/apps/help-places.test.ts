/** Help can only point at places that the client draws. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { appsById } from '../../../../scenarios/apps/app-lookups.ts';

const apps = resolve(import.meta.dirname, '../../../../client/src/apps');

it.each(Object.entries(appsById))('%s draws each place that help may point at', (id, { checks }) => {
  const sources = readdirSync(join(apps, id), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(svelte|ts)$/.test(name))
    .map((name) => readFileSync(join(apps, id, name), 'utf8'))
    .join('\n');
  expect(checks.places.filter((place) => !sources.includes(`${id}:${place}`))).toEqual([]);
});
