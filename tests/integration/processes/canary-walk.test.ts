/**
 * A person plays, agrees to research, withdraws and is erased: every rare word of theirs is searched for at every place
 * (ADR 52). Each search is shown to find: the person before, or somebody who stays at the same moment.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCertificate } from '../../../server/erasure/certificate.ts';
import { ensureDefaults } from '../../../server/organisations/defaults.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { askStore } from '../../support/canary/ask-store.ts';
import { findWords, type Places } from '../../support/canary/find-words.ts';
import { readExports } from '../../support/canary/read-exports.ts';
import { readBytes, readRows, readTable } from '../../support/canary/read-rows.ts';
import { gone, type Played, researchCredentials, stays, WalkWorld } from '../../support/canary/walk-world.ts';
import { storeCredentials } from '../../support/stack.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const [settledMs, dayMs] = [121_000, 86_400_000];
/** Many commands, each a process. */
const limitMs = 400_000;

/** What stays: numbers that lead to nobody any more. */
const left = {
  person: ['audit', 'log'],
  attempt: ['audit', 'log', 'research store', 'store'],
  pseudonym: ['research store', 'store'],
  launch: ['log'],
};

function walkOver(name: string, nameUrl: () => string): void {
  describe(`whoever is erased over ${name}`, { timeout: limitMs }, () => {
    let world: WalkWorld;
    let erased: Played;
    let bystander: Played;
    let sent: number;
    beforeAll(async () => {
      world = await WalkWorld.start(nameUrl());
      erased = await world.play(gone);
      bystander = await world.play(stays);
      await world.work(0);
    }, limitMs);
    afterAll(() => world.close());

    async function readKept(databaseUrl = world.databaseUrl): Promise<Places> {
      return new Map<string, string | Buffer>([
        ...(await readRows(databaseUrl)),
        ['log', world.stack.tool.log],
        ['store', JSON.stringify(world.stack.store.statements())],
        ['research store', JSON.stringify(world.research.statements())],
      ]);
    }

    const askStores = ({ attemptId }: Played) =>
      Promise.all([
        askStore(world.stack.store, storeCredentials, attemptId),
        askStore(world.research, researchCredentials, attemptId),
      ]);

    /** By kind, from the rows: the certificates name nobody. */
    const readCertificates = () =>
      world.within(async (context) => {
        const { organisation } = await ensureDefaults(context);
        const rows = await readTable(world.databaseUrl, 'erasures');
        const ids = (rows as readonly { id?: string; _id?: string }[]).map(({ id, _id }) => id ?? _id ?? '');
        const found = await Promise.all(ids.map((id) => findCertificate(context, organisation.id, id)));
        return new Map(found.map((certificate) => [certificate?.kind, certificate]));
      });

    const before = {
      subject: ['rows'],
      receipt: ['rows'],
      key: ['rows'],
      launch: ['log', 'rows'],
      pseudonym: ['research store', 'rows', 'store'],
      person: ['audit', 'log', 'rows'],
      attempt: ['audit', 'log', 'research store', 'rows', 'store'],
    };

    it('is in the database and at both stores before, but for name, texts and tokens', async () => {
      const kept = await readKept();
      expect(findWords(erased.words, kept)).toEqual(before);
      expect(findWords(bystander.words, kept)).toEqual(before);
      const [operational, research] = await askStores(erased);
      expect(operational.statements.length).toBeGreaterThan(9);
      expect([research, operational.voided]).toEqual([operational, []]);
      sent = operational.statements.length;
      expect((await world.stack.tool.run('backup', world.file('monday.db'))).code).toBe(0);
    });

    it('is voided at the research store once they withdraw, and nowhere else', async () => {
      await world.answer(erased.learner, 'withdrawn');
      await world.work(0);
      const [operational, research] = await askStores(erased);
      expect(operational).toMatchObject({ shown: operational.statements, voided: [] });
      expect(research).toMatchObject({ shown: [], voided: research.statements });
      const certificate = (await readCertificates()).get('withdrawal');
      expect(certificate?.stores).toMatchObject([{ voided: sent, waiting: 0, refused: 0 }]);
    });

    it('leaves only numbers in the audit record and the log, and voided statements', async () => {
      const asked = await erased.learner.request('POST', '/api/own-data/erase', { isSure: true });
      expect(asked.status).toBe(204);
      await world.work(0);
      await world.work(settledMs);
      const kept = await readKept();
      expect(findWords(erased.words, kept)).toEqual(left);
      expect(findWords(bystander.words, kept)).toEqual(before);
      const stores = await askStores(erased);
      expect(stores).toMatchObject(stores.map(({ statements }) => ({ shown: [], voided: statements })));
      for (const { statements, shown, voided } of await askStores(bystander))
        expect({ shown, voided }).toEqual({ shown: statements, voided: [] });
    });

    it('has a certificate with what was done, and of nothing else', async () => {
      const certificate = (await readCertificates()).get('person');
      expect(certificate).toMatchObject({ requestedBy: 'person', isFinal: true });
      expect(certificate?.rows).toMatchObject({ persons: 1, attempts: 1, consents: 1, staffNotes: 1 });
      // The research store voided everything at the withdrawal.
      const counts = certificate?.stores.map(({ voided, waiting, refused }) => [voided, waiting, refused]);
      expect(counts?.reduce((sum, [voided = 0]) => sum + voided, 0)).toBe(sent);
      expect(counts?.flatMap(([, ...others]) => others).filter((count) => count > 0)).toEqual([]);
    });

    it('is in no file and on no page that is made anew, but by name in the list of the LMS', async () => {
      const exports = await readExports(world, [erased, bystander]);
      expect(findWords(erased.words, exports)).toEqual({
        name: ['people of the course'],
        person: ['audit list'],
        attempt: ['audit list'],
      });
      expect(findWords(bystander.words, exports)).toMatchObject({
        name: ['people of the course'],
        subject: ['attempt list', 'own pages', 'person export'],
        typed: ['own pages', 'person export'],
        asked: ['own pages', 'person export', 'staff pages'],
        noted: ['person export', 'staff pages'],
        receipt: ['own pages', 'person export', 'receipt show'],
      });
      const pseudonymous = findWords(bystander.words, exports).pseudonym;
      for (const place of [
        'matrix',
        'process',
        'statements',
        'statements for research',
        'study participants',
      ])
        expect(pseudonymous).toContain(place);
    });

    it('comes back by no older copy', async () => {
      const { tool } = world.stack;
      const [monday, tuesday] = [world.file('monday.db'), world.file('tuesday.db')];
      expect((await tool.run('backup', tuesday)).code).toBe(0);
      expect(findWords(erased.words, readBytes(`sqlite:${monday}`)).subject).toEqual(['bytes']);
      const databaseUrl = nameUrl();
      const other = new ToolProcess(0, '127.0.0.1', { ...tool.settings, DATABASE_URL: databaseUrl });
      const restored = await other.run('restore', monday, '--erased', `${tuesday}.erased`);
      expect(restored).toMatchObject({ code: 0 });
      const held = await askStores(erased);
      await world.work(0, databaseUrl);
      await world.work(settledMs, databaseUrl);
      await world.work(dayMs, databaseUrl);
      expect(await askStores(erased)).toEqual(held);
      const places = await readKept(databaseUrl);
      expect(findWords(erased.words, places)).toEqual(left);
      expect(findWords(bystander.words, places)).toEqual(before);
      if (name === 'SQLite') expectNoByte(databaseUrl);
      await other.remove();
    });

    if (name === 'SQLite') {
      it('has no byte in the file a day later, with the server stopped, but the numbers of the audit', async () => {
        expect(findWords(bystander.words, readBytes(world.databaseUrl)).subject).toEqual(['bytes']);
        expect(await world.stack.tool.stop()).toBe(0);
        await world.work(dayMs);
        expectNoByte(world.databaseUrl);
        expect(findWords(erased.words, await readKept())).toEqual(left);
      });
    }

    function expectNoByte(databaseUrl: string): void {
      const bytes = readBytes(databaseUrl);
      expect(findWords(erased.words, bytes)).toEqual({ person: ['bytes'], attempt: ['bytes'] });
      const { subject, receipt, key, pseudonym } = findWords(bystander.words, bytes);
      expect([subject, receipt, key, pseudonym]).toEqual(Array.from({ length: 4 }, () => ['bytes']));
    }
  });
}

walkOver('SQLite', nameFile);
if (absence === undefined) walkOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
