import type {
  GradedPerson,
  PlainRow,
  RowReader,
  AttemptSnapshot,
  WholeAttempt,
  LiveSource,
} from '../ports/transfer.ts';
import { asPort, type AttemptRow } from './attempt-rows.ts';
import { oneOf } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { storeBatch, type AttemptCollections } from './store-batch.ts';
import { openAttemptCollections } from './open-attempt-collections.ts';
import { readLog } from './read-log.ts';
import { createRowAccess } from './row-access.ts';
import { readByKey } from './transfer-rows.ts';

const gradePage = 100;

export function openLiveSource(database: MongoDatabase): LiveSource {
  const collections = openAttemptCollections(database);
  const { attempts } = collections;
  const rows = { ...createRowAccess(database), attempts: createLiveAttemptReader(collections) };
  const find = (ids: readonly string[]): Promise<AttemptRow[]> =>
    ids.length === 0 ? Promise.resolve([]) : attempts.list({ _id: oneOf(ids) }, { _id: 1 }, ids.length);
  return {
    rows,
    findSnapshots: async (ids) => {
      const snapshots = new Map<string, AttemptSnapshot>();
      for (const row of await find(ids)) {
        await storeBatch(collections, row);
        snapshots.set(row.id, { head: row.head, read: () => readWhole(collections, row) });
      }
      return snapshots;
    },
    findHeads: async (ids) => new Map((await find(ids)).map(({ id, head }) => [id, head])),
    readAt: async (heads) => {
      const found = await find([...heads.keys()]);
      return Promise.all(
        found.map((row) => readWhole(collections, { ...row, head: heads.get(row.id) ?? row.head })),
      );
    },
    ...createGradeReader(rows.grades),
    // A kind is named as its collection.
    count: (kind) => database.count(kind),
  };
}

async function readWhole({ batches }: AttemptCollections, row: AttemptRow): Promise<WholeAttempt> {
  return { ...asPort(row), ...(await readLog(batches, row)) };
}

/** Files each attempt's newest batch first, so that its grade intents are included. */
function createLiveAttemptReader(collections: AttemptCollections): RowReader<WholeAttempt> {
  return {
    async read(after, limit) {
      const { rows, next } = await readByKey(collections.attempts, ({ id }) => id, after, limit);
      const whole: WholeAttempt[] = [];
      for (const row of rows) {
        await storeBatch(collections, row);
        whole.push(await readWhole(collections, row));
      }
      return { rows: whole, next };
    },
  };
}

function createGradeReader(grades: RowReader<PlainRow>): Pick<LiveSource, 'readGrades' | 'gradesOf'> {
  const gradesOf = async (person: GradedPerson): Promise<PlainRow[]> => {
    const rows: PlainRow[] = [];
    for (let after: string | null = beforeGradesOf(person); after !== null;) {
      const page: Awaited<ReturnType<typeof grades.read>> = await grades.read(after, gradePage);
      const own = page.rows.filter((row) => isOf(row, person));
      rows.push(...own);
      after = own.length < page.rows.length ? null : page.next;
    }
    return rows;
  };
  return {
    gradesOf,
    async readGrades(after, limit) {
      const page = await grades.read(after, limit);
      const last = page.rows.at(-1);
      if (page.next === null || last === undefined) return { rows: [...page.rows], next: null };
      const person = { organisationId: String(last.organisationId), personId: String(last.personId) };
      const whole = await gradesOf(person);
      return {
        rows: [...page.rows.filter((row) => !isOf(row, person)), ...whole],
        next: afterGradesOf(person),
      };
    },
  };
}

/** Keys between these two are the person's: JSON lists that begin with organisation and person (rows.ts). */
function beforeGradesOf({ organisationId, personId }: GradedPerson): string {
  return `${JSON.stringify([organisationId, personId]).slice(0, -1)},`;
}

function afterGradesOf(person: GradedPerson): string {
  return `${beforeGradesOf(person).slice(0, -1)}-`;
}

function isOf(row: PlainRow, { organisationId, personId }: GradedPerson): boolean {
  return row.organisationId === organisationId && row.personId === personId;
}
