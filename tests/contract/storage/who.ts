/** Organisations, studies, platforms, persons and resource links. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import {
  org,
  sampleDeployment,
  sampleLaunch,
  sampleLink,
  samplePerson,
  samplePlatform,
  sampleRegistration,
} from './sample-rows.ts';

const duplicate: unknown = expect.objectContaining({ code: 'storage.duplicate' });

export function whoContract(current: () => Subject): void {
  describe('organisations, platforms and persons', () => {
    it('lists organisations and studies by age, in pages', async () => {
      const { organisations, studies } = current().storage;
      for (const [id, createdAt] of [
        ['c', 1],
        ['a', 2],
        ['b', 2],
      ] as const) {
        await organisations.insert({ id, name: id, timeZone: 'America/Montreal', createdAt });
        await studies.insert({ id: `s-${id}`, organisationId: org, name: id, sealedKey: 'k', createdAt });
      }
      expect((await organisations.list({ limit: 2 })).map(({ id }) => id)).toEqual(['c', 'a']);
      expect((await organisations.list({ limit: 9, after: 'a' })).map(({ id }) => id)).toEqual(['b']);
      expect(await organisations.list({ limit: 9, after: 'nobody' })).toEqual([]);
      expect((await studies.list(org, { limit: 9, after: 's-c' })).map(({ id }) => id)).toEqual([
        's-a',
        's-b',
      ]);
      expect(await studies.findKey(org, 's-a')).toBe('k');
      expect(await organisations.find('c')).toEqual({
        id: 'c',
        name: 'c',
        timeZone: 'America/Montreal',
        createdAt: 1,
      });
      await expect(
        organisations.insert({ id: 'c', name: 'again', timeZone: 'UTC', createdAt: 3 }),
      ).rejects.toEqual(duplicate);
    });

    it('returns a platform as inserted, by id and by reference', async () => {
      const { platforms } = current().storage;
      const platform = samplePlatform({ origins: ['https://a.example', 'https://b.example'] });
      await platforms.insert(platform);
      expect(await platforms.find(org, platform.id)).toEqual(platform);
      expect(await platforms.findByRef('ref-1')).toEqual(platform);
      expect(await platforms.findByRef('ref-2')).toBeUndefined();
      expect(await platforms.list(org, { limit: 5 })).toEqual([platform]);
      await expect(platforms.insert(samplePlatform({ id: 'platform-2' }))).rejects.toEqual(duplicate);
    });

    it('accepts an issuer and client id only once over all organisations', async () => {
      const { platforms } = current().storage;
      const first = sampleRegistration();
      const second = sampleRegistration({
        id: 'registration-2',
        clientId: 'client-2',
        active: false,
        createdAt: 2,
      });
      await platforms.insertRegistration(first);
      await platforms.insertRegistration(second);
      const clash = sampleRegistration({ id: 'registration-3', organisationId: 'organisation-b' });
      await expect(platforms.insertRegistration(clash)).rejects.toEqual(duplicate);
      expect(await platforms.listRegistrationsByIssuer(first.issuer)).toEqual([first, second]);
      expect(await platforms.listRegistrationsByIssuer(first.issuer, 'client-2')).toEqual([second]);
      expect(await platforms.listRegistrationsByIssuer(first.issuer, '')).toEqual([]);
      expect(await platforms.listRegistrations(org, 'platform-1')).toEqual([first, second]);
      expect(await platforms.findRegistration(org, 'registration-2')).toEqual(second);
    });

    it('returns the first of two deployments with one id, and lists them in pages', async () => {
      const { platforms } = current().storage;
      const kept = await platforms.ensureDeployment(sampleDeployment());
      const again = await platforms.ensureDeployment(sampleDeployment({ status: 'pending', createdAt: 9 }));
      const second = await platforms.ensureDeployment(sampleDeployment({ deploymentId: '2' }));
      expect(again).toEqual(kept);
      expect(await platforms.findDeployment(org, 'registration-1', '1')).toEqual(sampleDeployment());
      expect(await platforms.listDeployments(org, 'platform-1', { limit: 1 })).toEqual([kept]);
      expect(await platforms.listDeployments(org, 'platform-1', { limit: 5, after: kept })).toEqual([second]);
    });

    it('turns a registration off and on, and approves and revokes a deployment', async () => {
      const { platforms } = current().storage;
      await platforms.insertRegistration(sampleRegistration({ active: false }));
      expect(await platforms.isRegistrationActive(org, 'registration-1')).toBe(false);
      expect(await platforms.setRegistrationActive(org, 'registration-1', true)).toBe(true);
      expect(await platforms.findRegistration(org, 'registration-1')).toMatchObject({ active: true });
      expect(await platforms.isRegistrationActive(org, 'registration-1')).toBe(true);
      expect(await platforms.isRegistrationActive('org-of-others', 'registration-1')).toBe(false);
      expect(await platforms.isRegistrationActive(org, 'registration-2')).toBe(false);
      expect(await platforms.setRegistrationActive(org, 'registration-2', true)).toBe(false);
      await platforms.ensureDeployment(sampleDeployment({ status: 'pending' }));
      for (const status of ['approved', 'revoked'] as const) {
        expect(await platforms.setDeploymentStatus(org, 'registration-1', '1', status)).toBe(true);
        expect(await platforms.findDeployment(org, 'registration-1', '1')).toMatchObject({ status });
      }
      expect(await platforms.setDeploymentStatus(org, 'registration-1', '2', 'approved')).toBe(false);
    });

    it('creates one person when a subject arrives several times at once', async () => {
      const { storage, other } = current();
      const persons = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? storage : other).persons.ensure(samplePerson({ id: `person-${index}` })),
        ),
      );
      expect(new Set(persons.map(({ id }) => id)).size).toBe(1);
      const [first] = persons;
      expect(await storage.persons.find(org, first?.id ?? '')).toEqual(first);
      expect(await storage.persons.findKey(org, first?.id ?? '')).toBe(first?.sealedKey);
    });

    it('creates one deployment and one resource link when each arrives several times at once', async () => {
      const { storage, other } = current();
      const each = Array.from({ length: 10 }, (_, index) => ({ index, from: index % 2 ? storage : other }));
      const deployments = await Promise.all(
        each.map(({ index, from }) =>
          from.platforms.ensureDeployment(sampleDeployment({ studyId: `study-${index}` })),
        ),
      );
      expect(new Set(deployments.map(({ studyId }) => studyId)).size).toBe(1);
      const links = await Promise.all(
        each.map(({ index, from }) =>
          from.resourceLinks.ensure(sampleLink({ id: `link-${index}`, updatedAt: 100_000 * index })),
        ),
      );
      expect(new Set(links.map(({ id }) => id)).size).toBe(1);
      expect(await storage.resourceLinks.find(org, links[0]?.id ?? '')).toMatchObject({ updatedAt: 900_000 });
    });

    it('distinguishes persons by platform, deployment and subject', async () => {
      const { persons } = current().storage;
      const kinds = [{}, { platformId: 'p2' }, { deploymentId: 'd2' }, { subject: 'Subject-1' }];
      for (const [index, kind] of kinds.entries()) {
        const person = samplePerson({ id: `person-${index}`, ...kind });
        expect(await persons.ensure(person)).toEqual(person);
      }
    });

    it('updates the title of a resource link, but never to an older one', async () => {
      const { resourceLinks } = current().storage;
      const link = sampleLink({ updatedAt: 5 });
      expect(await resourceLinks.ensure(link)).toEqual(link);
      const newer = await resourceLinks.ensure(sampleLink({ id: 'link-2', title: 'Nouveau', updatedAt: 7 }));
      expect(newer).toEqual({ ...link, title: 'Nouveau', updatedAt: 7 });
      await resourceLinks.ensure(sampleLink({ title: 'Ancien', updatedAt: 6 }));
      expect(await resourceLinks.find(org, 'link-1')).toEqual(newer);
      expect(await resourceLinks.find(org, 'link-2')).toBeUndefined();
    });

    it('finds a resource link by the names that the LMS has for it, and lists those of a course', async () => {
      const { resourceLinks } = current().storage;
      const links = ['b', 'a', 'c'].map((resourceLinkId) =>
        sampleLink({ id: `id-${resourceLinkId}`, resourceLinkId }),
      );
      const others = (['organisationId', 'platformId', 'deploymentId', 'contextId'] as const).map((name) =>
        sampleLink({ id: `of-${name}`, resourceLinkId: 'a', [name]: 'other' }),
      );
      for (const link of [...links, ...others]) await resourceLinks.ensure(link);
      const [b, a, c] = links;
      if (a === undefined) throw new Error('no link');
      expect(await resourceLinks.findByName(a)).toEqual(a);
      for (const other of others) expect(await resourceLinks.findByName(other)).toEqual(other);
      expect(await resourceLinks.findByName({ ...a, resourceLinkId: 'd' })).toBeUndefined();
      expect(await resourceLinks.listOfCourse(a, 10)).toEqual([a, b, c]);
      expect(await resourceLinks.listOfCourse(a, 2)).toEqual([a, b]);
    });

    it('takes what the gradebook gets from the first launch that names it, and then from staff only', async () => {
      const { resourceLinks } = current().storage;
      await resourceLinks.ensure(sampleLink());
      expect(await resourceLinks.ensure(sampleLink({ grade: 'level' }))).toMatchObject({ grade: 'level' });
      expect(await resourceLinks.ensure(sampleLink({ grade: 'done' }))).toMatchObject({ grade: 'level' });
      expect(await resourceLinks.chooseGrade(org, 'link-1', 'done')).toBe(true);
      await resourceLinks.ensure(sampleLink({ title: 'Nouveau', grade: 'measure', updatedAt: 9 }));
      expect(await resourceLinks.find(org, 'link-1')).toMatchObject({ title: 'Nouveau', grade: 'done' });
      expect(await resourceLinks.chooseGrade('organisation-b', 'link-1', 'level')).toBe(false);
      expect(await resourceLinks.chooseGrade(org, 'link-9', 'level')).toBe(false);
    });

    it('keeps the settings of the newest launch that tells them', async () => {
      const { resourceLinks } = current().storage;
      const settings = { ...sampleLaunch().settings, attempts: 2 };
      await resourceLinks.ensure(sampleLink({ updatedAt: 5 }));
      const changed = await resourceLinks.ensure(sampleLink({ settings, updatedAt: 6 }));
      expect(changed).toMatchObject({ settings, updatedAt: 6 });
      await resourceLinks.ensure(sampleLink({ title: 'Sans réglages', updatedAt: 7 }));
      await resourceLinks.ensure(sampleLink({ settings: { ...settings, attempts: 9 }, updatedAt: 4 }));
      expect(await resourceLinks.find(org, 'link-1')).toMatchObject({ title: 'Sans réglages', settings });
    });

    it('keeps the column that staff chose, whatever is launched', async () => {
      const { resourceLinks } = current().storage;
      await resourceLinks.ensure(sampleLink());
      expect(await resourceLinks.chooseColumn(org, 'link-1', 'https://lms.example/items/2')).toBe(true);
      const launched = await resourceLinks.ensure(sampleLink({ title: 'Nouveau', updatedAt: 99_999 }));
      expect(launched).toMatchObject({ title: 'Nouveau', columnUrl: 'https://lms.example/items/2' });
      expect(await resourceLinks.chooseColumn('organisation-b', 'link-1', 'x')).toBe(false);
      expect(await resourceLinks.find(org, 'link-1')).toEqual(launched);
    });

    it('lists links of a course by their title', async () => {
      const { resourceLinks } = current().storage;
      for (const name of ['19', '17', '18']) {
        await resourceLinks.ensure(sampleLink({ id: `link-${name}`, resourceLinkId: name, title: 'Lundi' }));
      }
      await resourceLinks.ensure(sampleLink({ id: 'link-20', resourceLinkId: '20', title: 'Mardi' }));
      const elsewhere = { contextId: 'course-2', title: 'Lundi' };
      await resourceLinks.ensure(sampleLink({ id: 'link-21', ...elsewhere }));
      const listed = await resourceLinks.listByTitle(sampleLink({ title: 'Lundi' }), 2);
      expect(listed.map(({ id }) => id)).toEqual(['link-17', 'link-18']);
    });
  });
}
