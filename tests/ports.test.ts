/** The ports that tests give their servers. */
import { expect, it } from 'vitest';
import { findFreePort } from './support/ports.ts';

it('gives nobody a port that it gave before, while no server listens there yet', async () => {
  const ports: number[] = [];
  for (let count = 0; count < 400; count += 1) ports.push(await findFreePort());
  expect(new Set(ports).size).toBe(ports.length);
});
