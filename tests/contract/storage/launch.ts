/** Login states, launches, one-time codes and sessions. */
import { describe, expect, it } from 'vitest';
import type { HeldLaunch } from '../../../lti/launch/held-launch.ts';
import type { Subject } from '../storage.contract.ts';
import { org, sampleLaunch, sampleLoginState, sampleSession } from './sample-rows.ts';

const duplicate: unknown = expect.objectContaining({ code: 'storage.duplicate' });

export function launchContract(current: () => Subject): void {
  describe('launch and session', () => {
    it('returns a login state to only one of several callers', async () => {
      const { storage, other } = current();
      await storage.loginStates.insert(sampleLoginState());
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? storage : other).loginStates.consume('state-1', 1_500),
        ),
      );
      expect(taken.filter((state) => state !== undefined)).toEqual([sampleLoginState()]);
    });

    it('returns no expired login state, and deletes at most the given number', async () => {
      const { loginStates } = current().storage;
      for (let index = 0; index < 5; index += 1) {
        await loginStates.insert(sampleLoginState({ stateHash: `s${index}`, expiresAt: 2_000 + index }));
      }
      expect(await loginStates.consume('s0', 2_000)).toBeUndefined();
      expect(await loginStates.deleteExpired(2_002, 2)).toBe(2);
      expect(await loginStates.deleteExpired(2_002, 2)).toBe(1);
      expect(await loginStates.deleteExpired(2_002, 2)).toBe(0);
      expect(await loginStates.consume('s3', 2_002)).toMatchObject({ stateHash: 's3' });
      await expect(loginStates.insert(sampleLoginState({ stateHash: 's4' }))).rejects.toEqual(duplicate);
    });

    it('returns a held launch to only one of several callers, until it expires', async () => {
      const { storage, other } = current();
      const held = (idHash: string, expiresAt: number): HeldLaunch => {
        return { idHash, organisationId: org, login: sampleLoginState(), sealedPost: 'v1.sealed', expiresAt };
      };
      await storage.loginStates.hold(held('held-1', 100));
      await storage.loginStates.hold(held('held-2', 50));
      expect(await storage.loginStates.release('held-2', 50)).toBeUndefined();
      const taken = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? storage : other).loginStates.release('held-1', 99),
        ),
      );
      expect(taken.filter((one) => one !== undefined)).toEqual([held('held-1', 100)]);
      expect(await storage.loginStates.deleteExpired(50, 10)).toBe(1);
      expect(await storage.loginStates.deleteExpired(50, 10)).toBe(0);
    });

    it('stores a launch with its empty fields', async () => {
      const { launches } = current().storage;
      const full = sampleLaunch({ testUser: true, role: 'staff', returnUrl: 'https://lms.example/é' });
      const bare = sampleLaunch({ id: 'launch-2', documentTarget: null, lineItemUrl: null, language: 'en' });
      const selection = sampleLaunch({
        id: 'launch-3',
        message: 'deep-linking',
        personId: null,
        resourceLinkId: null,
        membershipsUrl: null,
        practice: true,
        family: 'sakai',
        settings: {
          form: 'demo',
          scenes: null,
          attempts: null,
          language: 'en',
          dimensionItems: true,
          activity: 'a-1',
        },
        selection: {
          returnUrl: 'https://lms.example/back',
          acceptTypes: ['ltiResourceLink'],
          acceptMultiple: false,
          acceptLineItem: true,
          data: 'a "b" é',
          title: 'Une semaine',
          grade: 'level',
        },
      });
      await launches.insert(full);
      await launches.insert(bare);
      await launches.insert(selection);
      expect(await launches.find(org, selection.id)).toEqual(selection);
      expect(await launches.find(org, full.id)).toEqual(full);
      expect(await launches.find(org, bare.id)).toEqual(bare);
      await expect(launches.insert(bare)).rejects.toEqual(duplicate);
    });

    it('deletes old launches, oldest first, at most the given number', async () => {
      const { launches } = current().storage;
      for (const createdAt of [3_000, 1_000, 2_000, 2_001]) {
        await launches.insert(sampleLaunch({ id: `launch-${createdAt}`, createdAt }));
      }
      expect(await launches.deleteOld(999, 10)).toBe(0);
      expect(await launches.deleteOld(2_000, 1)).toBe(1);
      expect(await launches.find(org, 'launch-1000')).toBeUndefined();
      expect(await launches.deleteOld(2_000, 10)).toBe(1);
      expect(await launches.find(org, 'launch-2000')).toBeUndefined();
      expect(await launches.find(org, 'launch-2001')).toBeDefined();
      expect(await launches.find(org, 'launch-3000')).toBeDefined();
    });

    it.each([
      ['a person', { personId: 'person-2' }],
      ['a platform', { platformId: 'platform-2' }],
      ['a deployment of a registration', { registrationId: 'registration-2', deploymentId: '1' }],
      ['an organisation', {}],
    ])('deletes the launches of %s and no others, in steps, for every process', async (_whose, whose) => {
      const { storage, other } = current();
      const theirs = { personId: 'person-2', platformId: 'platform-2', registrationId: 'registration-2' };
      for (const id of ['a', 'b', 'c']) await storage.launches.insert(sampleLaunch({ ...theirs, id }));
      const others = [
        sampleLaunch({ ...theirs, id: 'elsewhere', organisationId: 'organisation-b' }),
        ...(Object.keys(whose).length === 0 ? [] : [sampleLaunch({ id: 'own' })]),
      ];
      for (const launch of others) await storage.launches.insert(launch);
      const scope = { organisationId: org, ...whose };
      expect(await other.launches.deleteOf(scope, 2)).toBe(2);
      expect(await other.launches.deleteOf(scope, 2)).toBe(1);
      expect(await other.launches.deleteOf(scope, 2)).toBe(0);
      for (const id of ['a', 'b', 'c']) expect(await storage.launches.find(org, id)).toBeUndefined();
      for (const launch of others) {
        expect(await storage.launches.find(launch.organisationId, launch.id)).toEqual(launch);
      }
    });

    it('returns a one-time code to only one of several callers, until it expires', async () => {
      const { storage, other } = current();
      const code = { codeHash: 'code-1', organisationId: org, launchId: 'launch-1', expiresAt: 100 };
      await storage.sessions.insertCode(code);
      expect(await storage.sessions.consumeCode('code-1', 100)).toBeUndefined();
      const taken = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? storage : other).sessions.consumeCode('code-1', 99),
        ),
      );
      expect(taken.filter((one) => one !== undefined)).toEqual([code]);
    });

    it('finds a session by its current and previous access hash, never by an empty one', async () => {
      const { sessions } = current().storage;
      await sessions.insert(sampleSession());
      await sessions.insert(
        sampleSession({
          id: 'session-2',
          accessHash: 'access-2',
          previousAccessHash: 'old-2',
          refreshHash: 'refresh-2',
        }),
      );
      expect(await sessions.findByAccess('access-1')).toEqual(sampleSession());
      expect((await sessions.findByAccess('old-2'))?.id).toBe('session-2');
      expect(await sessions.findByAccess('')).toBeUndefined();
      expect(await sessions.findByRefresh('')).toBeUndefined();
    });

    it('rotates once per refresh hash, and finds the session by every hash it ever had', async () => {
      const { storage, other } = current();
      await storage.sessions.insert(sampleSession());
      const turns = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? storage : other).sessions.rotate(
            'refresh-1',
            sampleSession({
              accessHash: `a${index}`,
              refreshHash: `r${index}`,
              previousRefreshHash: 'refresh-1',
            }),
          ),
        ),
      );
      expect(turns.filter(Boolean)).toHaveLength(1);
      const winner = `r${turns.indexOf(true)}`;
      const next = sampleSession({ accessHash: 'b', refreshHash: 'last', previousRefreshHash: winner });
      expect(await storage.sessions.rotate(winner, next)).toBe(true);
      for (const hash of ['refresh-1', winner, 'last']) {
        expect(await storage.sessions.findByRefresh(hash)).toEqual(next);
      }
      const loser = turns[0] === true ? 'r1' : 'r0';
      expect((await storage.sessions.findByRefresh(loser))?.refreshHash).not.toBe(loser);
    });

    it('does not rotate a revoked session', async () => {
      const { sessions } = current().storage;
      await sessions.insert(sampleSession());
      await sessions.revoke(org, 'session-1');
      const next = sampleSession({ refreshHash: 'r2', accessHash: 'a2' });
      expect(await sessions.rotate('refresh-1', next)).toBe(false);
      expect(await sessions.findByAccess('access-1')).toEqual(sampleSession({ revoked: true }));
    });

    it('revokes the sessions of a launch, and no others', async () => {
      const { sessions } = current().storage;
      const insert = (name: string, change: object): Promise<void> =>
        sessions.insert(sampleSession({ id: name, accessHash: name, refreshHash: `r-${name}`, ...change }));
      await insert('one', { launchId: 'launch-1' });
      await insert('two', { launchId: 'launch-1' });
      await insert('another', { launchId: 'launch-2' });
      await insert('elsewhere', { launchId: 'launch-1', organisationId: 'organisation-b' });
      await sessions.revokeOfLaunch(org, 'launch-1');
      const revoked = async (name: string) => (await sessions.findByAccess(name))?.revoked;
      expect(await Promise.all(['one', 'two', 'another', 'elsewhere'].map(revoked))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    });

    it('deletes at most the given number of codes and sessions', async () => {
      const { sessions } = current().storage;
      await sessions.insertCode({ codeHash: 'c', organisationId: org, launchId: 'l', expiresAt: 5_000 });
      for (const name of ['1', '2', '3']) {
        const change = { id: name, accessHash: `a${name}`, refreshHash: `r${name}` };
        await sessions.insert(sampleSession(change));
      }
      expect(await sessions.deleteExpired(5_000, 1)).toBe(1);
      expect(await sessions.deleteExpired(5_000, 2)).toBe(2);
      expect(await sessions.deleteExpired(5_000, 2)).toBe(1);
    });

    it('deletes expired codes, and sessions past their idle or absolute end', async () => {
      const { sessions } = current().storage;
      await sessions.insertCode({ codeHash: 'c', organisationId: org, launchId: 'l', expiresAt: 5_000 });
      await sessions.insert(sampleSession());
      const other = { accessHash: 'a2', refreshHash: 'r2', idleExpiresAt: 9_000, absoluteExpiresAt: 5_000 };
      await sessions.insert(sampleSession({ id: 'session-2', ...other }));
      const long = { accessHash: 'a3', refreshHash: 'r3', idleExpiresAt: 5_001 };
      await sessions.insert(sampleSession({ id: 'session-3', ...long }));
      expect(await sessions.deleteExpired(4_999, 10)).toBe(0);
      expect(await sessions.deleteExpired(5_000, 10)).toBe(3);
      expect(await sessions.findByRefresh('refresh-1')).toBeUndefined();
      expect((await sessions.findByRefresh('r3'))?.id).toBe('session-3');
    });
  });
}
