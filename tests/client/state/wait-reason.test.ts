import { describe, expect, it } from 'vitest';
import { ApiProblem, whyToWait } from '../../../client/src/api/problem.ts';

describe('why a page waits', () => {
  it.each([
    ['client.offline', 0, 'lost'],
    ['storage.unavailable', 503, 'lost'],
    ['server.backlog', 503, 'full'],
    ['attempt.backlog', 429, 'full'],
    ['attempt.too-fast', 429, 'fast'],
    ['request.too-many', 429, 'fast'],
    ['scene.full', 409, null],
    ['server.unexpected', 500, null],
  ])('%s: %s, %s', (code, status, why) => {
    expect(whyToWait(new ApiProblem(code, status))).toBe(why);
  });
});
