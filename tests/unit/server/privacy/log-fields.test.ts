/** The compiler tells what the server logs; a real line tells what pino adds. */
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../../server/base/log.ts';
import { logGroups } from '../../../../server/privacy/log-fields.ts';
import { listLoggedFields } from '../../../support/logged-fields.ts';
import { mapDifference, noDifference } from '../../../support/map-difference.ts';

/** A line about an error, as the product writes it. */
function lineWithError(): Readonly<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-log-'));
  const file = join(folder, 'log');
  createLogger({ logLevel: 'info' }, openSync(file, 'w')).error({ err: new Error('x') }, 'sample');
  const line = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  rmSync(folder, { recursive: true });
  return line;
}

const points = logGroups.flatMap((group) => Object.entries(group.points));

describe('the data map', () => {
  it('has every field of the log, and no other', () => {
    const found = [...listLoggedFields(), ...Object.keys(lineWithError())];
    expect(
      mapDifference(
        points.map(([name]) => name),
        found,
      ),
    ).toEqual(noDifference);
  });

  it('has every part of a logged error', () => {
    const [, error] = points.find(([name]) => name === 'err') ?? [];
    expect(mapDifference(error?.parts ?? [], Object.keys(lineWithError().err as object))).toEqual(
      noDifference,
    );
  });
});
