/** A scene that was closed within seconds, as researchers find it in the exported files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFreePort } from '../../support/ports.ts';
import { readCsv } from '../../support/read-csv.ts';
import { listHonestRoutes } from '../../support/scene-routes.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const activityId = 1901;
const scenes = ['s02-inbox', 's03-tidy'];
const done: WorldAction = { app: 'desk', type: 'done' };
const routes = listHonestRoutes();
/** A number of points, not NA; which one depends on the variant that was drawn. */
const earned: unknown = expect.stringMatching(/^\d$/);
const folder = mkdtempSync(join(tmpdir(), 'numplus-flagged-'));

let bench: DeliveryBench;
let tool: ToolProcess;
/** Ids of attempts: one closed the first scene at once, the other played both. */
let closed: string;
let honest: string;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { EFFORT_FLAGS: 'on' });
  const custom = { numplus_form: 'first-week', numplus_scenes: scenes.join(',') };
  await bench.lms.control({ command: 'addActivity', cmid: activityId, courseId: 2, title: 'Deux', custom });
  closed = await attemptOf(4, [[done], routeOf('s03-tidy')]);
  honest = await attemptOf(5, [routeOf('s02-inbox'), routeOf('s03-tidy')]);
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', bench.settings);
}, 180_000);
afterAll(async () => {
  await tool.remove();
  await bench.close();
  rmSync(folder, { recursive: true });
});

function routeOf(scenario: string): readonly WorldAction[] {
  const route = routes.find(({ scene }) => scene.scenario === scenario);
  if (route === undefined) throw new Error(`no route for ${scenario}`);
  return route.actions;
}

/** Plays the scenes by the clock of the server, at a person's pace; returns the attempt's id. */
async function attemptOf(personId: number, plays: readonly (readonly WorldAction[])[]): Promise<string> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  const openedAt = bench.now;
  for (const [index, actions] of plays.entries()) {
    const sceneId = String(index + 1);
    await learner.scene(sceneId);
    const timed = learner.number(actions).map((one, place) => {
      bench.wait(3_000 + 700 * ((place * 7) % 5));
      return { ...one, sceneId, tMs: 1_000 + bench.now - openedAt };
    });
    const { status, body } = await learner.send(timed);
    expect([status, body.rejected]).toEqual([200, []]);
  }
  return learner.attempt.id;
}

type Row = Readonly<Record<string, string>>;

const everybody = ['--purpose', 'operational', '--reason', 'a test'];

async function exportRows(table: 'matrix' | 'process', of: string): Promise<Row[]> {
  const file = join(folder, `${table}.csv`);
  const { code, stderr } = await tool.run('export', table, ...everybody, '--out', file, '--force');
  expect([code, stderr]).toEqual([0, expect.stringContaining('"rows"')]);
  return readCsv(readFileSync(file, 'utf8')).filter(({ attempt }) => attempt === of);
}

async function itemsOf(name: string): Promise<Map<string | undefined, string | undefined>> {
  const out = join(folder, name);
  expect((await tool.run('export', 'items', ...everybody, '--out', out)).code).toBe(0);
  const rows = readCsv(readFileSync(join(out, 'items.csv'), 'utf8'));
  return new Map(rows.map(({ item, persons }) => [item, persons]));
}

describe('a scene that was closed within seconds', () => {
  it('is missing as not-tried in the matrix, and its attempt waits for staff', async () => {
    expect(await exportRows('matrix', closed)).toMatchObject([
      {
        validity: 'valid',
        held_for: 'not-tried',
        scenes_done: '1',
        S02_how: 'done',
        S02_missing: 'not-tried',
        S02_flags: 'not-tried',
        S02_COM: 'NA',
        S02_OUT: 'NA',
        S03_missing: 'NA',
        S03_flags: 'NA',
        S03_OUT: earned,
      },
    ]);
    expect(await exportRows('matrix', honest)).toMatchObject([
      {
        held_for: 'NA',
        scenes_done: '2',
        S02_missing: 'NA',
        S02_flags: 'NA',
        S02_COM: earned,
        S02_OUT: earned,
      },
    ]);
  });

  it('has its flag and no points in the process table', async () => {
    expect(await exportRows('process', closed)).toMatchObject([
      { scene: 'S02', held_for: 'not-tried', flags: 'not-tried', how: 'done', points: 'NA' },
      { scene: 'S03', held_for: 'not-tried', flags: 'NA', how: 'done', points: earned },
    ]);
  });

  it('leaves the whole attempt out of the item report until staff count it; its flag stays', async () => {
    const before = await itemsOf('before');
    expect([before.get('S02_COM'), before.get('S03_OUT')]).toEqual(['1', '1']);
    const manifest: unknown = JSON.parse(
      readFileSync(join(folder, 'before', 'report.json.manifest.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ persons: 1, attempts: 2, leftOutInvalid: 0, leftOutHeld: 1 });

    expect((await tool.run('attempt', 'invalidate', closed, '--undo')).code).toBe(0);
    const after = await itemsOf('after');
    expect([after.get('S02_COM'), after.get('S03_OUT')]).toEqual(['2', '2']);
    expect(await exportRows('matrix', closed)).toMatchObject([
      { held_for: 'NA', scenes_done: '2', S02_missing: 'NA', S02_flags: 'not-tried', S02_COM: '0' },
    ]);
  });
});
