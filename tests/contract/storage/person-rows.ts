/** What is stored about one person is read page by page, and nothing of anybody else. */
import { describe, expect, it } from 'vitest';
import type { PlainRow } from '../../../server/storage/ports/transfer.ts';
import type { PersonRowKind } from '../../../server/storage/ports/person-rows.ts';
import type { Subject } from '../storage.contract.ts';
import { createAttempt } from './sample-attempts.ts';
import { org, sampleConsent } from './sample-rows.ts';

const person = { organisationId: org, personId: 'person-1' };

export function personRowsContract(current: () => Subject): void {
  const readAll = async (kind: PersonRowKind, of = person): Promise<PlainRow[]> => {
    const { personRows } = current().storage;
    const rows: PlainRow[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await personRows.list(kind, of, after === '' ? { limit: 1 } : { limit: 1, after });
      rows.push(...page.rows);
      after = page.next;
    }
    return rows;
  };

  describe('rows of a person', () => {
    it('are those of one person, over several pages', async () => {
      const { consents } = current().storage;
      for (const studyId of ['study-1', 'study-2'])
        await consents.put(sampleConsent({ id: `${studyId}/person-1`, studyId }));
      await consents.put(sampleConsent({ id: 'study-1/person-2', personId: 'person-2' }));
      expect((await readAll('consents')).map(({ id }) => id)).toEqual([
        'study-1/person-1',
        'study-2/person-1',
      ]);
      expect(await readAll('consents', { ...person, organisationId: 'elsewhere' })).toEqual([]);
      expect(await readAll('launches')).toEqual([]);
    });

    it('have attempts of every activity, practice too', async () => {
      const { storage } = current();
      await createAttempt(storage, { id: 'a', resourceLinkId: 'link-1' }, 1);
      await createAttempt(storage, { id: 'b', resourceLinkId: 'link-2', practice: true }, 1);
      await createAttempt(storage, { id: 'c', personId: 'person-2' }, 1);
      const first = await storage.personRows.listAttempts(person, { limit: 1 });
      const rest = await storage.personRows.listAttempts(person, { limit: 9, after: 'a' });
      expect([...first, ...rest].map(({ attempt }) => attempt.id)).toEqual(['a', 'b']);
    });
  });
}
