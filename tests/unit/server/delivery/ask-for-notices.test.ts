import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNoticeTask } from '../../../../server/delivery/ask-for-notices.ts';
import { handlerCollection, wantNotices } from '../../../../server/launches/want-notices.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

type Opened = Awaited<ReturnType<typeof openTestStorage>>;
type Client = Parameters<typeof createNoticeTask>[0]['client'];

const hourMs = 3_600_000;
let opened: Opened;
let now: number;
beforeEach(async () => {
  opened = await openTestStorage();
  now = 1_000_000;
});
afterEach(() => opened.close());

const clock = (): number => now;
async function launch(registrationId: string, noticesUrl: string, deploymentId = '1'): Promise<void> {
  const launched = { organisationId: 'ours', registrationId, deploymentId, noticesUrl };
  await wantNotices({ storage: opened.storage, clock }, launched);
}

/** Runs the task once. */
async function run(put: Client['put']): Promise<void> {
  const task = createNoticeTask({
    rows: opened.storage.ltiRows,
    platforms: {
      findRegistration: (organisationId, id) =>
        Promise.resolve({
          id,
          organisationId,
          platformId: id,
          issuer: `https://${id}.example`,
          clientId: 'client',
          authorizationUrl: '',
          tokenUrl: '',
          keySetUrl: '',
          family: null,
          active: true,
          createdAt: 1,
        }),
    },
    client: { put },
    handlerUrl: 'https://tool.example/lti/notices',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock,
    chance: () => 0.5,
  });
  await task.run(new AbortController().signal);
}

const done = { kind: 'done', detail: '' } as const;

it('has one row for each deployment, with the address of an hour', async () => {
  for (let index = 0; index < 30; index += 1) await launch('lms', `https://lms.example/${index}`);
  const asked: string[] = [];
  const note: Client['put'] = ({ url }) => {
    asked.push(url);
    return Promise.resolve(done);
  };
  await run(note);
  now += hourMs;
  await launch('lms', 'https://lms.example/new');
  await launch('lms', 'https://lms.example/newer');
  await run(note);
  expect(asked).toEqual(['https://lms.example/0', 'https://lms.example/new']);
  expect(await opened.storage.ltiRows.find(handlerCollection, {}, now)).toHaveLength(1);
});

it('asks an LMS while another does not answer, and each once in a run', async () => {
  for (const deployment of ['1', '2', '3']) await launch('slow', 'https://slow.example', deployment);
  await launch('quick', 'https://quick.example');
  const asked: string[] = [];
  let answer: () => void = () => undefined;
  const quickAsked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await run(async ({ url }) => {
    asked.push(url);
    if (url.includes('quick')) answer();
    await quickAsked;
    return done;
  });
  expect(asked).toEqual(['https://slow.example', 'https://quick.example']);
});
