/** A platform that sends notices without end must not slow down the others. */
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { noticesPerHour } from '../../../server/launches/notice-pace.ts';
import { type Claims, names, TestLms } from '../../support/lti-lms.ts';
import type { TestTool } from '../../support/lti-tool.ts';
import { startTestTool } from '../../support/start-lti-tool.ts';

const lms = await TestLms.start();
afterAll(() => lms.close());

/** Of a course of its own. */
function createClaims(): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: lms.issuer,
    aud: lms.clientId,
    iat: now,
    exp: now + 3 * 3600,
    nonce: randomUUID(),
    [names.version]: '1.3.0',
    [names.deploymentId]: lms.deploymentId,
    [names.context]: { id: randomUUID() },
    'https://purl.imsglobal.org/spec/lti/claim/notice': { type: 'LtiContextCopyNotice' },
    'https://purl.imsglobal.org/spec/lti/claim/origin_contexts': ['course-1'],
  };
}

describe('a platform that sends without end', () => {
  const limits = { requests: 10_000, refusals: 10_000 };
  const headers = { 'content-type': 'application/json' };
  const countCopies = async (of: TestTool): Promise<number> =>
    (await of.storage.ltiRows.find('course-copy', {}, Date.now())).length;
  const write = async (size: number): Promise<string> => {
    const tokens = Array.from({ length: size }, () => lms.sign(createClaims()));
    return JSON.stringify({ notices: (await Promise.all(tokens)).map((jwt) => ({ jwt })) });
  };

  it('has a number of notices taken in an hour, and may send the others later', async () => {
    const flooded = await startTestTool(lms, { notices: limits });
    const post = async (body: string): Promise<Response> =>
      fetch(`${flooded.url}/lti/notices`, { method: 'POST', headers, body });
    for (let sent = 0; sent < noticesPerHour; sent += 20) {
      expect((await post(await write(20))).status).toBe(204);
    }
    const late = await write(1);
    const refused = await post(late);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await countCopies(flooded)).toBe(noticesPerHour);
    flooded.time.offsetMs = 3_600_000;
    expect((await post(late)).status).toBe(204);
    await flooded.close();
  });

  it('and does not wait for the answer has no more of them taken', async () => {
    const gone = new AbortController();
    const left = await startTestTool(lms, {
      notices: limits,
      async beforeNotice(tool) {
        gone.abort();
        await vi.waitFor(() => {
          expect(tool.log.map(({ message }) => message)).toContain('request.cut-short');
        });
      },
    });
    const body = await write(20);
    const sending = fetch(`${left.url}/lti/notices`, { method: 'POST', headers, body, signal: gone.signal });
    await expect(sending).rejects.toThrow();
    await vi.waitFor(() => {
      expect(left.log.map(({ message }) => message)).toContain('lti.noticed');
    });
    expect(await countCopies(left)).toBe(1);
    await left.close();
  });
});
