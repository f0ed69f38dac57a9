/** `person erase|certificate`, and a copy from before the erasure that is restored, as an operator meets them. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../server/base/secrets.ts';
import { openStorage } from '../../../server/storage/open-storage.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { addAnswer, listAnswers } from '../../../server/studies/consent.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { createAttempt } from '../../contract/storage/sample-attempts.ts';
import { org, samplePerson } from '../../contract/storage/sample-rows.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();

const staying = { organisationId: org, studyId: 'study-1', personId: 'person-2' };
const said = { version: '3.1', language: 'fr', future: false } as const;

function eraseOver(name: string, nameUrl: () => string): void {
  describe(`erasing over ${name}`, () => {
    let tool: ToolProcess;
    let folder: string;
    let url: string;
    let copy: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'numplus-erase-'));
      copy = join(folder, 'monday.db');
      url = nameUrl();
      tool = new ToolProcess(0, '127.0.0.1', { DATABASE_URL: url });
      const secrets = createSecrets(tool.secretKey);
      await within(url, async (storage) => {
        await storage.organisations.insert({ id: org, name: 'Coop', timeZone: 'UTC', createdAt: 1 });
        await storage.studies.insert({
          id: 'study-1',
          organisationId: org,
          name: 'é',
          sealedKey: secrets.createWrappedKey('study', 'study-1'),
          createdAt: 1,
        });
        for (const id of ['person-1', 'person-2']) {
          await storage.persons.ensure(
            samplePerson({ id, subject: id, sealedKey: secrets.createWrappedKey('person', id) }),
          );
          await createAttempt(storage, { id: `attempt of ${id}`, personId: id }, 3);
        }
        await addAnswer({ storage, secrets }, staying, { ...said, answer: 'given' }, 10);
      });
    });
    afterAll(async () => {
      await tool.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    async function within<Found>(at: string, read: (storage: Storage) => Promise<Found>): Promise<Found> {
      const storage = await openStorage(at);
      try {
        return await read(storage);
      } finally {
        await storage.close();
      }
    }

    const people = (at: string): Promise<string[]> =>
      within(at, async ({ erasures }) => (await erasures.listPersons({ limit: 9 })).map(({ id }) => id));

    it('asks for --yes, and knows who is not there', async () => {
      expect((await tool.run('backup', copy)).code).toBe(0);
      expect(existsSync(`${copy}.erased`)).toBe(false);
      const shown = await tool.run('person', 'erase', 'person-1', '--language', 'en');
      expect(shown).toMatchObject({ code: 1, stdout: expect.stringContaining('person-1') as string });
      expect(shown.stderr).toContain('Nothing was erased.');
      expect(await people(url)).toEqual(['person-1', 'person-2']);
      const unknown = await tool.run('person', 'erase', 'nobody', '--yes', '--language', 'fr');
      expect(unknown).toMatchObject({
        code: 1,
        stderr: 'Il n’y a pas de personne nobody. `person find` donne les numéros.\n',
      });
    });

    it('erases and prints a certificate that can be read again', async () => {
      const erased = await tool.run('person', 'erase', 'person-1', '--yes', '--json');
      expect(erased).toMatchObject({ code: 0 });
      const certificate = JSON.parse(erased.stdout) as { id: string };
      expect(certificate).toMatchObject({ requestedBy: 'operator', rows: { persons: 1, attempts: 1 } });
      expect(erased.stdout).not.toContain('person-1');
      expect(await people(url)).toEqual(['person-2']);
      const again = await tool.run('person', 'certificate', certificate.id, '--json');
      expect(JSON.parse(again.stdout)).toMatchObject({ id: certificate.id, isFinal: false, stores: [] });
      expect((await tool.run('person', 'certificate', 'none', '--language', 'en')).code).toBe(1);
    });

    it('stays erased, and taken back, when a copy from before is restored elsewhere, by the list of a later copy', async () => {
      const secrets = createSecrets(tool.secretKey);
      await within(url, (storage) =>
        addAnswer({ storage, secrets }, staying, { ...said, answer: 'withdrawn' }, 20),
      );
      const later = join(folder, 'tuesday.db');
      expect((await tool.run('backup', later)).code).toBe(0);
      expect(readFileSync(`${later}.erased`, 'utf8')).toMatch(/^([0-9a-f]{64}\n){2}$/);
      expect(statSync(`${later}.erased`).mode & 0o777).toBe(0o600);
      const elsewhere = nameUrl();
      const other = new ToolProcess(0, '127.0.0.1', {
        DATABASE_URL: elsewhere,
        SECRET_KEY: tool.secretKey,
      });
      const wrong = await other.run('restore', copy, '--erased', join(folder, 'none'));
      expect(wrong).toMatchObject({ code: 1 });
      const restored = await other.run('restore', copy, '--erased', `${later}.erased`, '--language', 'en');
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.stderr).toContain('1 person was erased again');
      expect(await people(elsewhere)).toEqual(['person-2']);
      expect(restored.stderr).toContain('Answers about research of 1 person were taken back again');
      const answers = await within(elsewhere, (storage) => listAnswers({ storage, secrets }, staying));
      expect(answers.map(({ answer }) => answer)).toEqual(['given', 'withdrawn']);
      const shown = await other.run('retention', 'purge', '--dry-run', '--language', 'en');
      expect(shown).toMatchObject({ code: 0, stderr: 'No study promises a period.\n' });
      const periods = await other.run('retention', 'show', '--json');
      expect(JSON.parse(periods.stdout)).toContainEqual(
        expect.objectContaining({ what: 'audit log', keptMonths: 60, rows: 0 }),
      );
      await other.remove();
    });
  });
}

eraseOver('SQLite', nameFile);
if (absence === undefined) eraseOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
