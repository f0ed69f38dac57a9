import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LtiLaunch } from '../../../../lti/launch/launch.ts';
import { settleActivity, type Settled } from '../../../../server/launches/copied-settings.ts';
import { noteOrigins } from '../../../../server/launches/origin-courses.ts';
import type { Storage } from '../../../../server/storage/ports/storage.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

let storage: Storage;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});
afterAll(() => close());

/** Ids of each test. */
let [original, copy] = ['', ''];
beforeEach(() => {
  [original, copy] = [randomUUID(), randomUUID()];
});

const clock = (): number => 1;
const ours = { organisationId: 'o', platformId: 'p', deploymentId: 'd' };

type Place = Partial<
  Pick<LtiLaunch, 'organisationId' | 'platformId' | 'deploymentId' | 'custom' | 'message'>
> & {
  readonly course: string;
  readonly cameFrom?: string;
};

/** A launch of the only activity of a course, with the row that it leaves. */
async function launch({
  course,
  cameFrom,
  custom = {},
  message = 'resource-link',
  ...place
}: Place): Promise<Settled> {
  const where = { ...ours, ...place };
  const resourceLink = { id: `link of ${course}`, title: 'Un tour' };
  const history = { courses: cameFrom === undefined ? [] : [cameFrom], links: [] };
  const context = { id: course, title: '' };
  const settled = await settleActivity(
    { storage, clock },
    { ...where, message, context, resourceLink, custom, history },
  );
  await storage.resourceLinks.ensure({
    ...where,
    id: randomUUID(),
    contextId: course,
    resourceLinkId: resourceLink.id,
    title: resourceLink.title,
    grade: settled.grade,
    settings: null,
    columnUrl: null,
    updatedAt: 1,
  });
  return settled;
}

const chosen = { numplus_form: 'first-week', numplus_grade: 'done' };

it('a copy takes over what its original has', async () => {
  await launch({ course: original, custom: chosen });
  expect(await launch({ course: copy, cameFrom: original })).toMatchObject({
    settings: { form: 'first-week' },
    grade: 'done',
  });
});

it.each([{ organisationId: 'other' }, { platformId: 'other' }, { deploymentId: 'other' }])(
  'finds no original elsewhere: %j',
  async (elsewhere) => {
    await launch({ course: original, custom: chosen, ...elsewhere });
    await noteOrigins(
      { storage, clock },
      { ...ours, ...elsewhere, contextId: copy },
      {
        key: randomUUID(),
        origins: [original],
        at: 1,
      },
    );
    const settled = await launch({ course: copy, cameFrom: original });
    expect([settled.settings.form, settled.grade]).toEqual([null, null]);
  },
);

it('counts what the LMS sent last for the original', async () => {
  await launch({ course: original, custom: chosen });
  await launch({ course: original, custom: { numplus_form: 'demo' } });
  expect((await launch({ course: copy, cameFrom: original })).settings.form).toBe('demo');
});

it('counts no review, which may lack the parameters of the activity', async () => {
  await launch({ course: original, custom: chosen });
  await launch({ course: original, message: 'submission-review' });
  expect((await launch({ course: copy, cameFrom: original })).settings.form).toBe('first-week');
});

it('keeps what a copy took over, whatever becomes of the original or the history', async () => {
  await launch({ course: original, custom: chosen });
  await launch({ course: copy, cameFrom: original });
  await launch({ course: original, custom: { numplus_form: 'demo' } });
  expect((await launch({ course: copy })).settings.form).toBe('first-week');
});

it('is not hindered by a damaged row', async () => {
  await launch({ course: original, custom: chosen });
  for (const row of await storage.ltiRows.find('activity', {}, 1)) {
    await storage.ltiRows.replace(row.index, { ...row, value: '{"own":1}' });
  }
  expect((await launch({ course: original, custom: chosen })).settings.form).toBe('first-week');
  expect((await launch({ course: copy, cameFrom: original })).settings.form).toBe('first-week');
});

it('ends with courses that are copies of each other', async () => {
  for (const [contextId, from] of [
    [original, copy],
    [copy, original],
  ] as const) {
    await noteOrigins({ storage, clock }, { ...ours, contextId }, { key: from, origins: [from], at: 1 });
  }
  expect((await launch({ course: copy })).settings.form).toBeNull();
});

it('takes over an activity of an earlier version without settings, but with its kind of grade', async () => {
  await storage.resourceLinks.ensure({
    ...ours,
    id: randomUUID(),
    contextId: original,
    resourceLinkId: 'old',
    title: 'Un tour',
    grade: 'level',
    settings: null,
    columnUrl: null,
    updatedAt: 1,
  });
  const settled = await launch({ course: copy, cameFrom: original });
  expect([settled.settings.form, settled.grade]).toEqual([null, 'level']);
});
