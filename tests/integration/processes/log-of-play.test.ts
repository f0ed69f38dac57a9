/** The log at its most detailed level while somebody plays: ids to find a request by, and nothing that was typed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

interface Line {
  readonly msg: string;
  readonly requestId?: string;
  readonly errorId?: string;
  readonly req?: { readonly id: string };
}

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ env: { LOG_LEVEL: 'debug' } });
});
afterAll(() => stack.close());

const lines = (): Line[] =>
  stack.tool.log
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line);

describe('the log while somebody plays', () => {
  it('has no typed text, token or body, whether an action was accepted or refused', async () => {
    const typed = 'Mon numéro est le 514 555-0199, dit Philomène.';
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(4);
    await learner.act(...rightWay(scene, typed), done);
    await learner.request('POST', '/api/attempts', { noticeVersion: 'Philomène', language: 'fr' });
    await until('the grade is sent', () => stack.lms.gradebook().find(({ userId }) => userId === 4));
    const { accessToken, refreshToken } = learner.page;
    const secrets = ['Philomène', '514 555', '0199', accessToken, refreshToken, stack.tool.secretKey];
    expect(secrets.filter((secret) => stack.tool.log.includes(secret))).toEqual([]);
    expect(lines().length).toBeGreaterThan(10);
  });

  it('has the request of a refusal under the number shown', async () => {
    const answer = await fetch(`${stack.tool.localUrl}/api/attempt`);
    const { errorId } = (await answer.json()) as { readonly errorId: string };
    const refused = await until('the line of the refusal', () =>
      lines().find((line) => line.msg === 'request.refused' && line.errorId === errorId),
    );
    expect(refused.requestId).toMatch(/^[0-9a-f-]{36}$/);
    await until('the line of the request', () => lines().find(({ req }) => req?.id === refused.requestId));
  });
});
