import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';

const [teacherId, fatou, rejean] = [3, 4, 5] as const;

let bench: DeliveryBench;
let teacher: ApiLearner;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  teacher = new ApiLearner(bench);
  await teacher.launch(teacherId);
  for (const person of [fatou, rejean]) {
    const learner = new ApiLearner(bench);
    const scene = await learner.begin(person);
    await learner.act(...rightWay(scene), done);
    attempts.push(learner.attempt.id);
  }
  const elsewhere = new ApiLearner(bench);
  await elsewhere.begin(fatou, 3);
});
afterAll(() => bench.close());

const attempts: string[] = [];

async function download(query: string): Promise<{ status: number; type: string | null; text: string }> {
  const response = await fetch(`${bench.tool.localUrl}/api/activity/statements${query}`, {
    headers: { authorization: `Bearer ${teacher.token}` },
  });
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), text: await response.text() };
}

interface Exported {
  readonly id: string;
  readonly context: { readonly registration: string; readonly extensions: Readonly<Record<string, number>> };
}

const parse = (text: string): Exported[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Exported);

/** The statements of an attempt as they are stored. */
async function stored(attemptId: string): Promise<string[]> {
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const rows = await storage.attempts.listStatements(organisation?.id ?? '', attemptId, {
    fromSeq: 1,
    limit: 5_000,
  });
  return rows.map(({ bytes }) => `${bytes}\n`);
}

describe('staff who download the statements of their activity', () => {
  it('get everyone’s statements byte for byte, and none of another activity', async () => {
    const { status, type, text } = await download('?purpose=operational');
    expect([status, type]).toEqual([200, 'application/jsonl']);
    const each = (await Promise.all(attempts.map(stored))).map((lines) => lines.join(''));
    expect(each.length).toBeGreaterThan(1);
    // Attempts begun in the same millisecond come in the order of their ids, which chance made.
    const inTheirOrder = each.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
    expect(text).toBe(inTheirOrder.join(''));
  });

  it('find no name of a person in them', async () => {
    const { text } = await download('?purpose=operational');
    expect(text).not.toMatch(/Fatou|Réjean|@/i);
  });

  it('get nothing for research, because they could tell from it who said yes', async () => {
    expect(await download('?purpose=research')).toMatchObject({ status: 400 });
  });

  it('continue a download that broke off', async () => {
    const { text } = await download('?purpose=operational');
    const statements = parse(text);
    const at = Math.floor(statements.length / 2);
    const { id, context } = statements[at] ?? { id: '', context: { registration: '', extensions: {} } };
    const seq = Object.entries(context.extensions).find(([name]) => name.endsWith('/seq'))?.[1] ?? 0;
    const rest = await download(`?purpose=operational&after=${context.registration}:${seq}:${id}`);
    expect(parse(rest.text).map((one) => one.id)).toEqual(statements.slice(at + 1).map((one) => one.id));
  });

  it.each([
    '',
    '?purpose=sale',
    '?purpose=operational&after=somewhere',
    '?purpose=operational&purpose=operational',
  ])('are refused if %s is invalid', async (query) => {
    expect(await download(query)).toMatchObject({ status: 400 });
  });

  it('leave an audit entry with what was downloaded and for what use', async () => {
    const { storage } = bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const rows = await storage.audit.list(organisation?.id ?? '', { limit: 500 });
    expect(rows).toContainEqual(
      expect.objectContaining({
        action: 'statements.exported',
        subject: expect.stringContaining('activity:') as string,
        details: expect.objectContaining({ purpose: 'operational', attempts: attempts.length }) as object,
      }),
    );
  });
});
