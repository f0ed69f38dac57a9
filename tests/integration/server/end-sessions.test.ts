/** Sessions that an operator ends from another process, and a deployment that is revoked while people work. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../server/context.ts';
import { endSessions } from '../../../server/launches/end-sessions.ts';
import { startPractice } from '../../../server/launches/practice.ts';
import { approveDeployment, revokeDeployment } from '../../../server/organisations/manage-platform.ts';
import type { LaunchScope } from '../../../server/storage/ports/launches.ts';
import type { Platform } from '../../../server/storage/ports/platforms.ts';
import { sampleLaunch } from '../../contract/storage/sample-rows.ts';
import { ApiLearner, launch } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../../support/mongo-server.ts';

const [teacherId, learnerId] = [3, 4] as const;
const expired = '401 session.expired';
const absence = findMongoAbsence();

let mongo: MongoServer | undefined;
beforeAll(async () => {
  if (absence === undefined) mongo = await startMongoServer();
});
afterAll(() => mongo?.stop());

describe.each(['SQLite', 'MongoDB'])('with %s', (kind) => {
  if (kind === 'MongoDB' && absence !== undefined) {
    it('is not run', (context) => {
      context.skip(absence);
    });
    return;
  }

  let bench: DeliveryBench;
  /** As a command has it, which runs beside the server. */
  let command: Context;
  let platform: Platform;
  let teacher: ApiLearner;
  let learner: ApiLearner;
  beforeEach(async () => {
    const env = kind === 'MongoDB' ? { DATABASE_URL: mongo?.nameDatabase() ?? '' } : {};
    bench = await DeliveryBench.start(Date.now(), env);
    command = await bench.openOther();
    [teacher, learner] = [new ApiLearner(bench), new ApiLearner(bench)];
    await teacher.launch(teacherId);
    await learner.launch(learnerId);
    const found = await command.storage.platforms.findByRef(learner.pagePath.split('/').at(-1) ?? '');
    if (found === undefined) throw new Error('no platform');
    platform = found;
  });
  afterEach(async () => {
    await command.close();
    await bench.close();
  });

  async function ask(who: ApiLearner, path: string): Promise<string> {
    const { status, body } = await who.request<{ code?: string }>('GET', path);
    return status === 200 ? '200' : `${status} ${body.code ?? ''}`;
  }

  const askBoth = async (): Promise<string[]> => [
    await ask(teacher, '/api/activity'),
    await ask(learner, '/api/attempt'),
  ];

  const ofPlatform = (): LaunchScope => ({
    organisationId: platform.organisationId,
    platformId: platform.id,
  });

  const endAll = (): Promise<number> => endSessions(command, ofPlatform(), `platform:${platform.id}`);

  it('ends those of one person at once and nobody else’s, and their work goes on after opening again', async () => {
    await learner.startAttempt();
    const { organisationId } = platform;
    const stored = await command.storage.attempts.find(organisationId, learner.attempt.id);
    const personId = stored?.attempt.personId ?? '';
    expect(await askBoth()).toEqual(['200', '200']);
    expect(await endSessions(command, { organisationId, personId }, `person:${personId}`)).toBe(1);
    expect(await askBoth()).toEqual(['200', expired]);
    const events = await command.storage.audit.list(organisationId, { limit: 50 });
    expect(events).toContainEqual(
      expect.objectContaining({
        action: 'sessions.ended',
        subject: `person:${personId}`,
        details: { launches: 1 },
      }),
    );
    const again = new ApiLearner(bench);
    await again.launch(learnerId);
    expect((await again.find())?.id).toBe(learner.attempt.id);
  });

  it('ends those of a platform, with their refresh tokens and codes that nobody has used yet', async () => {
    const unused = await launch(bench, learnerId, '/mod/lti/launch.php?id=2');
    expect(await endAll()).toBe(3);
    expect(await askBoth()).toEqual([expired, expired]);
    await expect(learner.refresh()).rejects.toThrow('401 session.expired');
    await expect(new ApiLearner(bench).follow(unused)).rejects.toThrow('401 session.expired');
    expect(await endAll()).toBe(0);
  });

  it('gives out no practice that was opened while the sessions end', async () => {
    const { storage } = command;
    const staff = sampleLaunch({ ...ofPlatform(), id: 'staff', role: 'staff' });
    await storage.launches.insert(staff);
    const launches = {
      ...storage.launches,
      // All others are gone before this one is stored.
      insert: async (practice: typeof staff): Promise<void> => {
        await endAll();
        await storage.launches.insert(practice);
      },
    };
    const deps = { ...command, storage: { ...storage, launches } };
    await expect(startPractice(deps, staff)).rejects.toMatchObject({ code: 'session.expired' });
  });

  it('revokes a deployment: no session, no launch and no grade, until it is approved again', async () => {
    const scene = await learner.startAttempt();
    await learner.send(learner.number([...rightWay(scene), done]));
    const request = { ref: platform.ref, deploymentId: '1', clientId: null };
    const { deployment, launches } = await revokeDeployment(command, request);
    expect([deployment.status, launches]).toEqual(['revoked', 2]);
    expect(await askBoth()).toEqual([expired, expired]);
    const refused = new ApiLearner(bench).launch(learnerId);
    await expect(refused).rejects.toThrow(/launch ended with 403: .*data-error="lti.deployment-revoked"/s);

    await bench.work();
    const { organisationId } = platform;
    const page = { states: ['pending' as const], limit: 9 };
    expect(await command.storage.grades.list(organisationId, page)).toMatchObject([
      { lastError: 'grade.deployment-revoked', lastPostAt: null },
    ]);
    expect(pointsOf(learnerId)).toBeNull();

    await approveDeployment(command, request);
    bench.wait(24 * 3_600_000);
    await bench.work();
    expect(pointsOf(learnerId)).toBeGreaterThan(0);
  });

  function pointsOf(personId: number): number | null {
    return bench.lms.gradebook().find(({ userId }) => userId === personId)?.points ?? null;
  }
});
