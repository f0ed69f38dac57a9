/** A database with attempts in every state of consent, two activities and two studies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttemptProgress } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { org } from '../contract/storage/sample-rows.ts';
import { addResearchAttempt } from './research-rows.ts';

export interface ResearchWorld {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly storage: Storage;
  /** What an export of these attempts contains, in this order. */
  readonly text: (...attemptIds: readonly string[]) => string;
  /** The statements of one attempt, as bytes. */
  readonly lines: (attemptId: string) => readonly string[];
  close(): Promise<void>;
}

const attempts = [
  ['given', {}, 400, 'given'],
  ['elsewhere', { resourceLinkId: 'link-2' }, 3, 'given'],
  ['refused', {}, 2, 'refused'],
  ['withdrawn', {}, 2, 'withdrawn'],
  ['not-asked', {}, 2, 'not-asked'],
  ['other-study', { studyId: 'study-2' }, 2, 'given'],
  ['last', {}, 2, 'given'],
] as const satisfies readonly (readonly [string, object, number, AttemptProgress['research']])[];

/** Activities `lms-link-1` of course-1 and `lms-link-2` of course-2; studies study-1 and study-2. */
export async function createResearchWorld(): Promise<ResearchWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-research-'));
  const file = join(folder, 'numplus.db');
  const storage = await openSqliteStorage({ file });
  await addPlaces(storage);
  const lines = new Map<string, readonly string[]>();
  for (const [createdAt, [id, more, count, research]] of attempts.entries()) {
    const change = { id, personId: `person-${id}`, createdAt, ...more };
    lines.set(id, await addResearchAttempt(storage, change, count, { progress: { research } }));
  }
  const linesOf = (id: string): readonly string[] => lines.get(id) ?? [];
  return {
    folder,
    storage,
    databaseUrl: `sqlite:${file}`,
    lines: linesOf,
    text: (...ids) => ids.flatMap((id) => linesOf(id).map((line) => `${line}\n`)).join(''),
    async close() {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function addPlaces(storage: Storage): Promise<void> {
  await storage.organisations.insert({ id: org, name: 'Nord', timeZone: 'America/Montreal', createdAt: 1 });
  for (const id of ['study-1', 'study-2']) {
    await storage.studies.insert({ id, organisationId: org, name: id, sealedKey: 'sealed', createdAt: 1 });
  }
  for (const number of [1, 2]) {
    const id = `link-${number}`;
    await storage.resourceLinks.ensure({
      id,
      organisationId: org,
      platformId: 'platform-1',
      deploymentId: '1',
      contextId: `course-${number}`,
      resourceLinkId: `lms-${id}`,
      title: id,
      grade: null,
      settings: null,
      columnUrl: null,
      updatedAt: 1,
    });
  }
}
