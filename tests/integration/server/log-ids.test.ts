/** The log over real HTTP: from the number on a refusal, or from any line, to the request that it is about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

interface Line {
  readonly msg: string;
  readonly requestId?: string;
  readonly errorId?: string;
  readonly code?: string;
  readonly attempt?: string;
  readonly req?: { readonly id: string; readonly path: string };
}

let stack: Stack;
beforeAll(async () => {
  // Deliveries would write lines of their own, which no request asked for.
  stack = await startStack({ env: { LOG_LEVEL: 'debug' }, serve: ['--no-worker'] });
});
afterAll(() => stack.close());

const readLines = (): Line[] =>
  stack.tool.log
    .split('\n')
    .filter((text) => text.startsWith('{') && text.endsWith('}'))
    .map((text) => JSON.parse(text) as Line);

/** The last line of a request; it comes after the response. */
const closingLine = (requestId: string | undefined): Promise<Line> =>
  until('the line of the request', () =>
    readLines().find(({ req }) => req !== undefined && req.id === requestId),
  );

describe('a log line', () => {
  it('that is written deep inside a request has its id, also with many requests at a time', async () => {
    const people = [4, 5, 6, 7];
    const learners = people.map(() => new ApiLearner(stack));
    const scenes = await Promise.all(learners.map((learner, index) => learner.begin(people[index] ?? 0)));
    const answers = await Promise.all(
      learners.map((learner, index) => {
        const scene = scenes[index];
        if (scene === undefined) throw new Error('no scene');
        // A page whose state differs from the server's: the server logs it when it replays.
        return learner.send(learner.number(rightWay(scene)), { stateHash: '0'.repeat(16) });
      }),
    );
    expect(answers.map(({ body }) => body.resync)).toEqual(people.map(() => true));
    for (const { attempt } of learners) {
      const line = readLines().find(({ msg, attempt: id }) => msg === 'world.diverged' && id === attempt.id);
      const request = await closingLine(line?.requestId);
      expect(request.req?.path).toBe(`/api/attempts/${attempt.id}/actions`);
      expect(request.requestId).toBe(line?.requestId);
    }
  });

  it('about a refusal has the number that the response shows, below /api and on a page', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(8);
    const refused = await learner.request<{ errorId: string }>('GET', '/api/attempts/nowhere/scenes/1');
    const page = await (await fetch(`${stack.tool.localUrl}/lti/launch`, { method: 'POST' })).text();
    // A page shows the beginning of the number, which people can read out.
    const read = /<strong>([0-9a-f]{8})<\/strong>/.exec(page)?.[1] ?? 'no number';
    for (const [shown, path] of [
      [refused.body.errorId, '/api/attempts/nowhere/scenes/1'],
      [read, '/lti/launch'],
    ] as const) {
      const line = readLines().find(({ errorId }) => errorId?.startsWith(shown));
      expect(line?.code).toBeTypeOf('string');
      expect((await closingLine(line?.requestId)).req?.path).toBe(path);
    }
  });

  it('always has its request’s id, from the first request on', () => {
    const lines = readLines();
    const begun = lines.findIndex(({ msg }) => msg === 'server.listening') + 1;
    expect(begun).toBeGreaterThan(0);
    expect(lines.length - begun).toBeGreaterThan(20);
    const lost = lines.slice(begun).filter(({ requestId }) => requestId === undefined);
    expect(lost.map(({ msg }) => msg)).toEqual([]);
  });
});
