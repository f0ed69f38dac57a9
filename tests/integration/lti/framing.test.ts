/** Who may frame a page of the tool, and the link of a refusal page back to the course. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../support/lti-lms.ts';
import { startForFile } from '../../support/start-lti-tool.ts';
import { RoleWorld } from '../../support/role-world.ts';

const { lms, tool } = await startForFile();
let world: RoleWorld;

beforeAll(async () => {
  world = await RoleWorld.start();
});
afterAll(() => world.close());

function policyOf(headers: Headers): Map<string, string> {
  const text = headers.get('content-security-policy') ?? '';
  return new Map(
    text.split('; ').map((part): [string, string] => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

function open(path: string): Promise<Response> {
  return fetch(`${world.context.publicUrl}${path}`, { redirect: 'manual' });
}

describe('permission to frame a page', () => {
  it.each(['play', 'teach', 'select', 'review'])(
    'is given to that platform alone for /%s, and to nobody without a platform',
    async (page) => {
      const of = async (ref: string): Promise<string | undefined> =>
        policyOf((await open(`/${page}${ref}`)).headers).get('frame-ancestors');
      const ours = (await world.context.storage.platforms.findByRef('ref-ours'))?.origins.join(' ');
      const theirs = (await world.context.storage.platforms.findByRef('ref-theirs'))?.origins.join(' ');
      expect(ours).toMatch(/^https?:/);
      expect([await of('/ref-ours'), await of('/ref-theirs'), await of('')]).toEqual([
        ours,
        theirs,
        "'none'",
      ]);
    },
  );

  it('is given to anyone for a refusal of an unknown platform, which has only a link', async () => {
    for (const path of ['/review/nobody-knows', '/teach/%22%3E', '/lti/login', '/nowhere']) {
      const response = await open(path);
      const policy = policyOf(response.headers);
      expect([path, response.status >= 400]).toEqual([path, true]);
      expect(response.headers.get('x-frame-options')).toBeNull();
      expect([policy.get('default-src'), policy.get('form-action'), policy.get('script-src')]).toEqual([
        "'none'",
        "'none'",
        undefined,
      ]);
      expect(await response.text()).not.toMatch(/<(form|button|script|input)/);
    }
  });
});

describe('the link back to the course', () => {
  const refused = { [names.deploymentId]: '99' };
  const presentation = (returnUrl: unknown): Record<string, unknown> => ({
    ...refused,
    [names.presentation]: { locale: 'fr_ca', document_target: 'iframe', return_url: returnUrl },
  });

  it('is on the page of a refused launch that named it, and leaves every frame', async () => {
    const { text, code } = await tool.launch(lms, presentation('https://lms.example/back?a=1&b="2"'));
    expect(code).toBe('lti.deployment-unknown');
    const link = '<a href="https://lms.example/back?a=1&amp;b=%222%22" target="_top" rel="noreferrer">';
    expect(text).toContain(`${link}Retourner au cours</a>`);
    expect(text).toContain(`${link}Back to the course</a>`);
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['ftp://lms.example/'],
    ['nowhere'],
    [7],
    [undefined],
  ])('is omitted if it is %s', async (returnUrl) => {
    const { text, code } = await tool.launch(lms, presentation(returnUrl));
    expect(code).toBe('lti.deployment-unknown');
    expect(text).not.toContain('<a ');
  });

  it('is shown to a learner who may not see another’s work', async () => {
    const { text, code } = await tool.launch(lms, {
      [names.messageType]: 'LtiSubmissionReviewRequest',
      [names.forUser]: { user_id: 'person-5' },
    });
    expect(code).toBe('lti.review-not-allowed');
    expect(text).toContain(`href="${lms.issuer}/back"`);
  });
});
