/** Columns come from the tables that the commands write; the score, from what an LMS receives. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import type { PlatformFamily } from '../../../../lti/platform-quirks.ts';
import { createGrades } from '../../../../lti/services/grades.ts';
import { commentWords } from '../../../../server/attempts/grade-comment-words.ts';
import { exportTables } from '../../../../server/privacy/export-columns.ts';
import { staffExports } from '../../../../server/privacy/staff-exports.ts';
import { groupSheetWords } from '../../../../server/reporting/group-sheet-words.ts';
import { codebookTexts } from '../../../../server/research/codebook-words.ts';
import type { ColumnMeaning } from '../../../../server/research/columns.ts';
import { difColumns, itemColumns, wrightColumns } from '../../../../server/research/item-tables.ts';
import { backgroundColumns } from '../../../../server/research/background-columns.ts';
import { matrixColumns } from '../../../../server/research/matrix-columns.ts';
import { processColumns } from '../../../../server/research/process-columns.ts';
import { mapDifference, noDifference } from '../../../support/map-difference.ts';
import { bankOfScenes } from '../../../support/measurement/bank.ts';

type Columns = readonly { readonly about: ColumnMeaning }[];

const tables: Readonly<Record<string, Columns>> = {
  'export matrix': [...matrixColumns(bankOfScenes(), new Map()), ...backgroundColumns],
  'export process': [...processColumns, ...backgroundColumns],
  'export items: items': itemColumns,
  'export items: dif': difColumns,
  'export items: wright': wrightColumns,
};

/** Names of the points of a group of the map. */
function mapped(name: string): string[] {
  const found = [...exportTables, ...staffExports].find((group) => group.name === name);
  return Object.keys(found?.points ?? {});
}

/** The body that an LMS of this family receives. */
async function scoreSentTo(family: PlatformFamily): Promise<object> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const grades = createGrades({
    accessTokens: {
      get: () => Promise.resolve({ ok: true, token: 'token' }),
      forget: () => Promise.resolve(),
    },
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true, timeoutMs: 3_000 }),
    clock: () => 0,
  });
  await grades.sendScore({
    client: { issuer: 'https://lms.example', clientId: 'c' },
    family,
    lineItemUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lineitem`,
    userId: '4',
    scoreGiven: 73,
    scoreMaximum: 100,
    comment: 'NUM+',
    isNewAttempt: true,
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return JSON.parse(bodies[0] ?? '') as object;
}

describe('the data map', () => {
  it.each(Object.entries(tables))('has every column of a table, and no other: %s', (name, columns) => {
    const keys = columns.map(({ about }) => about.key);
    expect(mapDifference(mapped(name), keys)).toEqual(noDifference);
  });

  it('has every variable of the codebook, and no other', () => {
    const all = exportTables.flatMap(({ points }) => Object.keys(points));
    expect(mapDifference(all, Object.keys(codebookTexts.fr.columns))).toEqual(noDifference);
  });

  it('has every column of the table of a group, and no other', () => {
    const columns = [...Object.keys(groupSheetWords.fr.columns), 'dimension'];
    expect(mapDifference(mapped('groupe.csv, group.csv'), columns)).toEqual(noDifference);
  });

  it('has every field of a score that an LMS receives, and no other', async () => {
    const fields = [await scoreSentTo('moodle'), await scoreSentTo('canvas')].flatMap((score) =>
      Object.keys(score),
    );
    expect(mapDifference(mapped('AGS Score'), fields)).toEqual(noDifference);
  });

  it('has every part of the comment of a grade, and no other', () => {
    const comment = staffExports.find(({ name }) => name === 'AGS Score')?.points.comment;
    expect(mapDifference(comment?.parts ?? [], Object.keys(commentWords.fr))).toEqual(noDifference);
  });
});
