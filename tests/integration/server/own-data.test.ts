/** People read what is kept about them, take a copy and erase it: their own, and nobody else's. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnDataAnswer } from '../../../server/contract/own-data.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { copiesPerHour } from '../../../server/attempts/pace.ts';
import { copyPerson } from '../../../server/own-data/copy-person.ts';
import { fieldsLeftOut, tablesLeftOut } from '../../../server/own-data/left-out.ts';
import type {
  CopiedDelivery,
  CopiedNote,
  CopiedRequest,
  PersonCopy,
} from '../../../server/own-data/person-copy.ts';
import { storedFields } from '../../../server/privacy/data-map.ts';
import type { AuditRow } from '../../../server/storage/ports/audit.ts';
import type { Answer } from '../../../server/studies/consent.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

/** Tables of the data map, and where the copy has their rows. */
const placeOf: Readonly<Record<string, (copy: PersonCopy) => readonly unknown[]>> = {
  persons: ({ person }) => [person],
  studies: ({ studies }) => studies,
  personSettings: ({ settings }) => settings,
  comfort: ({ comfort }) => [comfort],
  consents: ({ studies }) => studies,
  backgrounds: ({ studies }) => studies.map(({ background }) => background),
  groupMemberships: ({ groups }) => groups,
  staffNotes: ({ attempts }) => attempts.flatMap(({ notes }) => notes),
  reviewRequests: ({ attempts }) => attempts.flatMap(({ requests }) => requests),
  attempts: ({ attempts }) => attempts.map(({ attempt }) => attempt),
  entries: ({ attempts }) => attempts.flatMap(({ entries }) => entries),
  receipts: ({ attempts }) => attempts.map(({ receipt }) => receipt),
  launches: ({ launches }) => launches,
  statements: ({ attempts }) => attempts.flatMap(({ statements }) => statements),
  deliveries: ({ attempts }) => attempts.flatMap(({ deliveries }) => deliveries),
  grades: ({ attempts }) => attempts.flatMap(({ grades }) => grades),
  audit: ({ audit }) => audit,
};

/** Of lists that are empty here. */
const fieldsOfLists = [
  ...(['host', 'purpose', 'sent', 'waiting'] satisfies (keyof CopiedDelivery)[]),
  ...(['kind', 'updatedAt', 'text'] satisfies (keyof CopiedNote)[]),
  ...(['id', 'askedAt', 'text', 'answeredAt', 'answer'] satisfies (keyof CopiedRequest)[]),
  ...(['at', 'version', 'language', 'answer', 'future'] satisfies (keyof Answer)[]),
];

const root = resolve(import.meta.dirname, '../../..');

const entered = new Map<number, ApiLearner>();

/** The same page for a person who came before. */
async function enter(personId: number): Promise<ApiLearner> {
  const before = entered.get(personId);
  if (before !== undefined) return before;
  const learner = new ApiLearner(bench);
  await learner.begin(personId);
  entered.set(personId, learner);
  return learner;
}

async function findOwner({ attempt }: ApiLearner) {
  const { storage } = bench.context;
  for (const { id } of await storage.organisations.list({ limit: 9 })) {
    const found = await storage.attempts.find(id, attempt.id);
    if (found !== undefined) return found.attempt;
  }
  throw new Error('no such attempt');
}

async function copyOf(learner: ApiLearner): Promise<PersonCopy> {
  return (await learner.request<PersonCopy>('GET', '/api/own-data/copy?form=data&language=fr')).body;
}

describe('own data', () => {
  it('are told in both languages, with the staff who opened them by role alone', async () => {
    const learner = await enter(4);
    const owner = await findOwner(learner);
    await bench.context.storage.audit.append({
      id: 'opened-1',
      organisationId: owner.organisationId,
      at: Date.parse('2026-03-01T15:05:00Z'),
      actor: 'person:some-teacher',
      action: 'sheet.opened',
      subject: `person:${owner.personId}`,
      details: {},
    });
    const { body, status } = await learner.request<OwnDataAnswer>('GET', '/api/own-data');
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text).toContain('le personnel de votre cours a ouvert votre fiche');
    expect(text).toContain('the staff of your course opened your sheet');
    expect(text).toContain('1er mars 2026');
    expect(text).toContain('Quand vous avez vu l’avis');
    expect(text).toMatch(/: edition \d+\.\d+, on /);
    expect(text).not.toContain('some-teacher');
  });

  it('tell which lists of the activity were taken since the person began', async () => {
    const learner = await enter(6);
    const { organisationId, resourceLinkId, createdAt } = await findOwner(learner);
    const taken = (id: string, at: number, action = 'group.exported'): AuditRow => ({
      id,
      organisationId,
      at,
      actor: 'person:some-teacher',
      action,
      subject: `activity:${resourceLinkId}`,
      details: { persons: 3 },
    });
    const rows = [
      taken('before', createdAt - 1),
      taken('after', createdAt),
      taken('seen', createdAt, 'group.opened'),
    ];
    for (const row of rows) await bench.context.storage.audit.append(row);
    const { audit } = await copyOf(learner);
    expect(audit.filter(({ subject }) => subject.startsWith('activity:'))).toEqual([
      expect.objectContaining({ at: createdAt, by: 'staff', action: 'group.exported' }),
    ]);
    const { body } = await learner.request<OwnDataAnswer>('GET', '/api/own-data');
    expect(JSON.stringify(body)).toContain('a pris une copie d’une liste de l’activité');
    expect(JSON.stringify(body)).toContain('took a copy of a list of the activity');
  });

  it('are copied as a file with the own rows only, which the audit record tells without more', async () => {
    const [one, other] = [await enter(5), await enter(6)];
    const copy = await copyOf(one);
    const owner = await findOwner(one);
    expect(copy.person.id).toBe(owner.personId);
    expect(copy.attempts.map(({ attempt }) => attempt.id)).toEqual([one.attempt.id]);
    expect(copy.attempts[0]?.entries.length).toBeGreaterThan(2);
    expect(copy.studies[0]?.pseudonym).toMatch(/^[0-9a-f]{64}$/);
    // Nobody named the study: scripts find its name as it is stored, readers another one.
    expect(copy.studies[0]).toMatchObject({
      name: 'default',
      title: { fr: 'Étude de base', en: 'Basic study' },
      keptMonths: null,
    });
    const [shown] = copy.attempts[0]?.notices ?? [];
    expect(shown?.version).toMatch(/^\d+\.\d+$/);
    expect(shown?.at).toBe(copy.attempts[0]?.entries.find(({ kind }) => kind === 'notice-accepted')?.at);
    expect(JSON.stringify(copy)).not.toContain(other.attempt.id);
    expect(JSON.stringify(copy)).not.toContain('sealedKey":"');
    const again = await copyOf(one);
    expect(again.audit).toContainEqual(
      expect.objectContaining({ by: 'person', action: 'own-data.copied', details: { form: 'data' } }),
    );
  });

  it('are copied as a page that fetches and runs nothing', async () => {
    const learner = await enter(7);
    const response = await fetch(`${bench.tool.localUrl}/api/own-data/copy?form=page&language=en`, {
      headers: { authorization: `Bearer ${learner.token}` },
    });
    const page = await response.text();
    expect(response.headers.get('content-disposition')).toContain('numplus-my-data.html');
    expect(page).toContain('<h1>My data in NUM+</h1>');
    expect(page).not.toMatch(/<script|src=|href=/);
    const { attempts } = await copyOf(learner);
    expect(page).toContain(`<h2>${attempts[0]?.activity}</h2>`);
    expect(page).toContain('<h3>Attempt 1</h3>');
    // Until the attempt is over no points are told.
    expect(page).toContain('Your result will come at the end of the attempt.');
    expect(page).not.toMatch(/\d points? out of/);
    expect(page).not.toContain('default<');
  });

  it('are copied a limited number of times in an hour', async () => {
    const learner = await enter(8);
    const answers: Response[] = [];
    for (let time = 0; time <= copiesPerHour; time += 1) {
      const path = '/api/own-data/copy?form=page&language=fr';
      const headers = { authorization: `Bearer ${learner.token}` };
      answers.push(await fetch(`${bench.tool.localUrl}${path}`, { headers }));
    }
    expect(answers.at(-2)?.status).toBe(200);
    const refused = answers.at(-1);
    expect(refused?.status).toBe(429);
    const { params } = (await refused?.json()) as Problem;
    expect(params.waitS).toBeGreaterThan(3_000);
    expect(refused?.headers.get('retry-after')).toBe(String(params.waitS));
  });

  it('are erased after a clear yes, and the session ends', async () => {
    const learner = await enter(8);
    const owner = await findOwner(learner);
    const unclear = await learner.request<Problem>('POST', '/api/own-data/erase', {});
    expect([unclear.status, unclear.body.code]).toEqual([400, 'request.invalid']);
    const { storage } = bench.context;
    expect(await storage.persons.find(owner.organisationId, owner.personId)).toBeDefined();
    expect((await learner.request('POST', '/api/own-data/erase', { isSure: true })).status).toBe(204);
    expect(await storage.persons.find(owner.organisationId, owner.personId)).toBeUndefined();
    expect((await learner.request<Problem>('GET', '/api/own-data')).body.code).toBe('session.expired');
  });

  it('leave out texts of staff unless somebody reads them first', async () => {
    const learner = await enter(4);
    const owner = await findOwner(learner);
    const extent = { withStatements: true, withOpenResults: true };
    const { leftOut } = await copyPerson(bench.context, owner, { ...extent, withNotes: false });
    expect(leftOut.map(({ what }) => what)).toContain('staffNotes.sealedText');
    const whole = await copyPerson(bench.context, owner, { ...extent, withNotes: true });
    expect(whole.leftOut.map(({ what }) => what)).not.toContain('staffNotes.sealedText');
  });
});

describe('a copy', () => {
  it('has each table of the data map, or says why not', () => {
    const tables = storedFields.map(({ name }) => name);
    const told = [...Object.keys(placeOf), ...Object.keys(tablesLeftOut)];
    expect(tables.filter((name) => !told.includes(name))).toEqual([]);
    expect(Object.keys(tablesLeftOut).filter((name) => name in placeOf)).toEqual([]);
  });

  it.each(['en', 'fr'])('is described field by field in the documents (%s)', async (language) => {
    const copy = await copyOf(await enter(5));
    const text = readFileSync(join(root, `docs/operators/${language}/people.md`), 'utf8');
    const [study, attempt] = [copy.studies[0] ?? {}, copy.attempts[0] ?? {}];
    const rows = [copy, copy.person, study, attempt, copy.audit[0] ?? {}, copy.leftOut[0] ?? {}];
    const names = [...rows.flatMap((row) => Object.keys(row)), ...fieldsOfLists];
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('has each field of the attempts, launches and grades that it copies', async () => {
    const learner = await enter(5);
    const copy = await copyOf(learner);
    const given = new Set(['organisationId', 'personId', 'head', 'storedAt', 'batch', 'isFiled', 'progress']);
    for (const name of ['attempts', 'launches']) {
      const [row] = placeOf[name]?.(copy) ?? [];
      const points = storedFields.find((group) => group.name === name)?.points ?? {};
      const fields = Object.keys(points)
        .map((field) => field.split('.')[0] ?? '')
        .filter((field) => !given.has(field) && !(`${name}.${field}` in fieldsLeftOut));
      expect([name, fields.filter((field) => !(field in (row as object)))]).toEqual([name, []]);
    }
  });
});
