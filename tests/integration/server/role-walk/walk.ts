/** Requests routes of /api as everyone: nobody reads what belongs to another. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AttemptView } from '../../../../server/contract/play.ts';
import { createAttempt, sampleGrade, sampleProgress } from '../../../contract/storage/sample-attempts.ts';
import { arePromisesFollowed } from '../../../support/followed-promises.ts';
import { type ApiAnswer, RoleWorld } from '../../../support/role-world.ts';
import { type Actor, actors, everyone } from './actors.ts';

export interface OwnerIds {
  readonly ownerId: string;
  readonly attemptId: string;
  /** The owner's first attempt, finished before `attemptId` began. */
  readonly earlierId: string;
  /** The owner asks for a review of their attempt. */
  readonly requestId: string;
  /** On its way to the gradebook of the owner's activity. */
  readonly gradeId: string;
}

export interface RouteCase {
  /** As in server/http/api/table/api-routes.ts. */
  readonly route: string;
  readonly path: (of: OwnerIds) => string;
  readonly body?: unknown;
  /** Roles that get their own data; the owner's only if `seesOwner` says so. */
  readonly allowed: readonly Actor[];
  /** Roles that may ask and get a conflict, not a refusal, because it is impossible. */
  readonly asks?: readonly Actor[];
  readonly seesOwner: readonly Actor[];
}

export class Walk {
  readonly world: RoleWorld;
  readonly of: OwnerIds;
  readonly #organisationId: string;
  readonly #tokens = new Map<Actor, string>();

  private constructor(world: RoleWorld, of: OwnerIds, organisationId: string) {
    this.world = world;
    this.of = of;
    this.#organisationId = organisationId;
  }

  static async start(): Promise<Walk> {
    const world = await RoleWorld.start();
    for (const [link, course] of [
      ['link-1', 'course-1'],
      ['link-2', 'course-1'],
      ['link-3', 'course-3'],
    ] as const) {
      await world.addActivity('ours', link, course);
    }
    await world.addActivity('theirs', 'link-of-theirs', 'course-1');
    const [organisation] = await world.context.storage.organisations.list({ limit: 1 });
    const organisationId = organisation?.id ?? '';
    const walk = new Walk(world, await addOwner(world, organisationId), organisationId);
    for (const actor of everyone) walk.#tokens.set(actor, await actors[actor](world));
    const elsewhere = walk.#tokens.get('the owner in another activity of the course') ?? null;
    await world.call('POST', '/api/attempts', elsewhere, { noticeVersion: '5.0', language: 'fr', number: 1 });
    return walk;
  }

  ask(actor: Actor, { route, path, body }: RouteCase): Promise<ApiAnswer> {
    const method = route.split(' ', 1)[0]?.toUpperCase() ?? '';
    return this.world.call(method, path(this.of), this.#tokens.get(actor) ?? null, body);
  }

  /** The owner's attempt as rows: it must stay the same after every request. */
  standing(): Promise<unknown> {
    return this.world.context.storage.attempts.find(this.#organisationId, this.of.attemptId);
  }
}

async function addOwner(world: RoleWorld, organisationId: string): Promise<OwnerIds> {
  const owner = await world.enter('ours', 'owner');
  const ownerId = await world.getPersonId('ours', 'owner');
  const earlierId = 'attempt-of-the-owner-before';
  const first = { id: earlierId, organisationId, personId: ownerId, platformId: 'ours', number: 1 };
  const progress = sampleProgress(1, { status: 'finished' });
  await createAttempt(world.context.storage, first, 1, { progress });
  await world.enter('ours', 'fellow');
  const start = { noticeVersion: '5.0', language: 'fr', number: 2 };
  const started = await world.call('POST', '/api/attempts', owner, start);
  const attemptId = (JSON.parse(started.text) as AttemptView).id;
  await world.call('POST', `/api/attempts/${attemptId}/open`, owner, { writer: 'own-page', tMs: 1 });
  await world.call('GET', `/api/attempts/${attemptId}/scenes/1`, owner);
  const of = {
    ownerId,
    attemptId,
    earlierId,
    requestId: 'request-of-the-owner',
    gradeId: 'grade-of-a-fellow',
  };
  await addGrade(world, organisationId, of.gradeId);
  await askReview(world, organisationId, of);
  await joinGroups(world, organisationId, ownerId);
  return of;
}

async function addGrade(world: RoleWorld, organisationId: string, gradeId: string): Promise<void> {
  const { storage } = world.context;
  const personId = await world.getPersonId('ours', 'fellow');
  const own = { id: 'attempt-of-a-fellow', organisationId, personId };
  const gradeIntents = [sampleGrade(own, { id: gradeId })];
  const [study] = await storage.studies.list(organisationId, { limit: 1 });
  const place = { platformId: 'ours', studyId: study?.id ?? '' };
  await createAttempt(storage, { ...own, ...place, number: 99 }, 1, { gradeIntents });
}

async function joinGroups(world: RoleWorld, organisationId: string, ownerId: string): Promise<void> {
  const row = { organisationId, resourceLinkId: 'link-1', reach: 'own', askedAt: 0 } as const;
  for (const personId of [ownerId, await world.getPersonId('ours', 'fellow')]) {
    await world.context.storage.groups.put({ ...row, personId, groupIds: ['cohort-a'] });
  }
}

async function askReview(
  world: RoleWorld,
  organisationId: string,
  { requestId, attemptId, ownerId }: OwnerIds,
): Promise<void> {
  await world.context.storage.reviewRequests.ask({
    id: requestId,
    organisationId,
    attemptId,
    personId: ownerId,
    resourceLinkId: 'link-1',
    askedAt: 1,
    sealedText: null,
    answeredAt: null,
    sealedAnswer: null,
  });
}

/** Declares the tests of these routes. */
export function walkRoutes(routes: readonly RouteCase[]): void {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.start();
  });
  afterAll(() => walk.world.close());

  it.each(routes)(
    'serves $route only to the roles allowed, and about an owner only to those allowed',
    async (route) => {
      const before = await walk.standing();
      for (const actor of everyone.filter((one) => one !== 'owner')) {
        const { status, text } = await walk.ask(actor, route);
        const isAllowed = route.allowed.includes(actor);
        expect([actor, isAllowed, status < 400]).toEqual([actor, isAllowed, isAllowed]);
        if (!isAllowed) {
          const refusals = route.asks?.includes(actor) === true ? [409] : [401, 403, 404];
          expect([actor, refusals.includes(status)]).toEqual([actor, true]);
          expect(text.length).toBeLessThan(300);
        }
        if (!route.seesOwner.includes(actor)) {
          const seen = [walk.of.attemptId, walk.of.earlierId].filter((id) => text.includes(id));
          expect([actor, seen]).toEqual([actor, []]);
        }
      }
      expect(await walk.standing()).toEqual(before);
      const own = await walk.ask('owner', route);
      expect(own.status < 400).toBe(route.allowed.includes('owner'));
    },
  );

  it('leaves promise tracking off in Node, which would slow all requests', async () => {
    expect(await arePromisesFollowed()).toBe(false);
  });

  it('writes no log line without its request’s id', () => {
    const lines = walk.world.logLines.map((line) => JSON.parse(line) as { msg: string; requestId?: unknown });
    expect(lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['request.answered', 'request.refused']),
    );
    const lost = lines.filter(({ requestId }) => typeof requestId !== 'string');
    expect(lost.map(({ msg }) => msg)).toEqual([]);
  });
}
