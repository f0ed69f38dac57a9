/** The person's own copy tells no points while they may still play, and everything once the attempt is over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyPerson } from '../../../server/own-data/copy-person.ts';
import type { Owner, PersonCopy } from '../../../server/own-data/person-copy.ts';
import type { Statement } from '../../../xapi/statement.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';

/** What tells points, or what a scene looks for in a text. */
const telling = ['"fired"', '"theta"', 'rule-hits', 'partial-scores', '"raw"', '[.]seen', 'text-features'];
const found = (copy: PersonCopy): string[] =>
  telling.filter((part) => JSON.stringify(copy.attempts).includes(part));
const resultsLeftOut = ({ leftOut }: PersonCopy): string[] =>
  leftOut.map(({ what }) => what).filter((what) => /^(attempts|entries|statements)\./.test(what));

let folder: ContentFolder;
let bench: DeliveryBench;
let learner: ApiLearner;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.addTwin('s03-twin');
  await folder.playInDemo('[s02-inbox, s03-twin]');
  bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
  learner = new ApiLearner(bench);
  const scene = await learner.begin(4, 2);
  await learner.act(...rightWay(scene), done);
});
afterAll(async () => {
  await bench.close();
  await folder.remove();
});

async function copyOf(): Promise<PersonCopy> {
  return (await learner.request<PersonCopy>('GET', '/api/own-data/copy?form=data&language=fr')).body;
}

async function readPage(): Promise<string> {
  const response = await fetch(`${bench.tool.localUrl}/api/own-data/copy?form=page&language=fr`, {
    headers: { authorization: `Bearer ${learner.token}` },
  });
  return response.text();
}

describe('the own copy', () => {
  it('leaves out measure, results and scores of an attempt that is not over, and says so', async () => {
    const copy = await copyOf();
    expect(found(copy)).toEqual([]);
    const [attempt] = copy.attempts;
    expect(attempt?.progress).toMatchObject({ status: 'open', measure: null, score: null });
    expect(attempt?.entries.filter(({ kind }) => kind === 'scene-ended')).toMatchObject([{ result: null }]);
    const statements = (attempt?.statements ?? []) as readonly Statement[];
    const answered = statements.filter(({ verb }) => verb.id.endsWith('/answered'));
    expect(answered.length).toBeGreaterThan(1);
    expect(answered.filter((statement) => 'result' in statement)).toEqual([]);
    const left = statements.find(({ verb }) => verb.id.endsWith('/leave'));
    expect(left?.result?.completion).toBe(true);
    expect(resultsLeftOut(copy)).toContain('entries.result');
    expect(await readPage()).toContain('elle aura tout');
  });

  it('is whole meanwhile for an operator who answers a request for access', async () => {
    const owner: Owner = await findOwner();
    const extent = { withNotes: true, withStatements: true, withOpenResults: true };
    const copy = await copyPerson(bench.context, owner, extent);
    expect(found(copy)).toEqual(telling);
    expect(resultsLeftOut(copy)).toEqual([]);
  });

  it('has all of it once the attempt is over', async () => {
    await learner.scene('2');
    await learner.send(learner.number([done]).map((action) => ({ ...action, sceneId: '2' })));
    expect(learner.attempt.status).toBe('finished');
    const copy = await copyOf();
    expect(found(copy)).toEqual(telling);
    expect(copy.attempts[0]?.progress.measure).not.toBeNull();
    expect(resultsLeftOut(copy)).toEqual([]);
    expect(await readPage()).not.toContain('elle aura tout');
  });
});

async function findOwner(): Promise<Owner> {
  const { person } = await copyOf();
  const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
  return { organisationId: organisation?.id ?? '', personId: person.id };
}
