/** Which study a new attempt belongs to: that of its activity, course or deployment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStudy, closeStudy, placeStudy } from '../../../server/organisations/manage-studies.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import type { Place } from '../../../server/studies/places.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
let organisationId: string;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
  organisationId = organisation?.id ?? '';
});
afterAll(() => bench.close());

async function newStudy(name: string): Promise<Study> {
  return addStudy(bench.context, { organisationId, name });
}

async function begin(personId: number, activityId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  return learner;
}

async function studyOf({ attempt }: ApiLearner): Promise<string> {
  const found = await bench.context.storage.attempts.find(organisationId, attempt.id);
  return found?.attempt.studyId ?? '';
}

async function place(): Promise<{ platformId: string; registrationId: string; deploymentId: string }> {
  const { platforms } = bench.context.storage;
  const [platform] = await platforms.list(organisationId, { limit: 1 });
  const platformId = platform?.id ?? '';
  const [deployment] = await platforms.listDeployments(organisationId, platformId, { limit: 1 });
  const { registrationId = '', deploymentId = '' } = deployment ?? {};
  return { platformId, registrationId, deploymentId };
}

describe('the first study', () => {
  it('stays the first when others are added in the same moment, or under a clock that was set back', async () => {
    const { context } = bench;
    const first = async (): Promise<Study | undefined> =>
      (await context.storage.studies.list(organisationId, { limit: 1 }))[0];
    const before = await first();
    const moments = [before?.createdAt ?? 0, 0];
    for (const moment of moments.flatMap((one) => Array<number>(8).fill(one))) {
      await addStudy({ ...context, clock: () => moment }, { organisationId, name: 'later' });
    }
    expect(await first()).toEqual(before);
  });
});

describe('a study of a place', () => {
  it('gets new attempts there; the narrowest place decides, and a closed study frees its places', async () => {
    const { context } = bench;
    const [first] = await context.storage.studies.list(organisationId, { limit: 1 });
    const { platformId, registrationId, deploymentId } = await place();
    const early = await begin(4, 2);
    expect(await studyOf(early)).toBe(first?.id);

    const [wide, course, activity] = [
      await newStudy('deployment'),
      await newStudy('course'),
      await newStudy('activity'),
    ];
    const places: readonly [Study, Place][] = [
      [wide, { kind: 'deployment', registrationId, deploymentId }],
      [course, { kind: 'course', platformId, deploymentId, contextId: '2' }],
      [activity, { kind: 'activity', platformId, deploymentId, resourceLinkId: '2' }],
    ];
    for (const [study, where] of places) await placeStudy(context, study, where);
    expect(await studyOf(await begin(5, 2))).toBe(course.id);
    expect(await studyOf(await begin(5, 3))).toBe(activity.id);
    // What began stays where it is.
    expect(await studyOf(early)).toBe(first?.id);

    await closeStudy(context, course);
    expect(await studyOf(await begin(6, 2))).toBe(wide.id);
  });
});
