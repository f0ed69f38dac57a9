import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';
import { createSchoolFile } from './school-file.ts';
import type { SchoolFile } from './school-file.ts';
import { actAs, createTestClock, getPage, LTI, readForm, startTinyTool } from './tiny-tool.ts';
import type { TinyTool } from './tiny-tool.ts';

const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim';
const CLIENT_ID = 'tinyTool1234567';

let lms: RunningLms;
let tool: TinyTool;
const clock = createTestClock();

let school: SchoolFile;

beforeAll(async () => {
  school = await createSchoolFile();
});

afterAll(() => {
  school.remove();
});

beforeEach(async () => {
  lms = await startLms({ host: '127.0.0.1', port: 0, clock: clock.now, dataFile: school.renew() });
  tool = await startTinyTool(lms);
});

afterEach(async () => {
  await lms.close();
  await tool.stop();
});

async function page(person: number, path: string): Promise<{ status: number; html: string }> {
  return getPage(lms, path, await actAs(lms, person));
}

describe('the portal', () => {
  it('first asks who the reader is, in French, then leads back to the page wanted', async () => {
    const { html } = await getPage(lms, '/course/2');
    expect(html).toContain('<html lang="fr-CA">');
    expect(html).toContain('Qui êtes-vous aujourd’hui?');
    expect(html).toContain('name="next" value="/course/2"');
  });

  it('never leads to another site after a choice', async () => {
    const answer = await fetch(`${lms.publicUrl}/act-as`, {
      method: 'POST',
      body: new URLSearchParams({ person: '4', next: '//evil.example/' }),
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toBe('/');
  });

  it('speaks the language of the course until the reader chooses one', async () => {
    const cookie = await actAs(lms, 4);
    expect((await getPage(lms, '/course/3', cookie)).html).toContain('<html lang="en-CA">');
    const french = await getPage(lms, '/course/3', `${cookie}; bouleaux_language=fr`);
    expect(french.html).toContain('<html lang="fr-CA">');
    expect(french.html).toContain('<h1>Digital skills at work</h1>');
  });

  it('frames the activity as Moodle does: permissions for the tool, no sandbox', async () => {
    const { html } = await page(4, '/activity/2');
    const frame = /<iframe[^>]*>/.exec(html)?.[0] ?? '';
    expect(frame).toContain('name="contentframe" title="NUM+, une semaine aux Ateliers"');
    expect(frame).toContain('microphone http://tool.localhost:9;');
    expect(frame).not.toContain('sandbox');
    expect(frame).not.toContain('clipboard');
  });

  it('lets only itself frame its pages, and frames only the tool', async () => {
    const answer = await fetch(lms.publicUrl);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain(`frame-ancestors 'self' ${lms.publicUrl};`);
    expect(policy).toContain(`frame-src 'self' ${lms.publicUrl} http://tool.localhost:9;`);
    expect(policy).toContain("default-src 'none'");
  });

  it('answers a page of its own for what it does not know or cannot read', async () => {
    expect(await getPage(lms, '/nowhere')).toMatchObject({ status: 404 });
    const broken = await fetch(`${lms.publicUrl}/act-as`, {
      method: 'POST',
      body: 'x'.repeat(20_000),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(broken.status).toBe(413);
    expect(await broken.text()).toContain('data-error="request"');
  });

  it('shows a message of the tool as text when the learner leaves', async () => {
    const { html } = await page(
      4,
      `/mod/lti/return.php?course=2&lti_errormsg=${encodeURIComponent('<b>Oups</b>')}`,
    );
    expect(html).toContain('&lt;b&gt;Oups&lt;/b&gt;');
    expect(html).toContain('href="/course/2" target="_top"');
  });
});

describe('the gradebook', () => {
  beforeEach(async () => {
    const token = await tool.getToken();
    const body = {
      userId: '4',
      scoreGiven: 7.35,
      scoreMaximum: 10,
      comment: 'Un <b>\ndeux',
      timestamp: clock.now().toISOString(),
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
    };
    const url = `${lms.serviceUrl}/mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1`;
    await tool.call('POST', url, { token, type: 'application/vnd.ims.lis.v1.score+json', body });
  });

  it('shows staff everyone’s grade, with the comment as text and a way to the analysis', async () => {
    const { html } = await page(3, '/course/2/grades');
    expect(html).toContain('data-user="4" data-item="2" data-grade="73.5"');
    expect(html).toContain('<strong>73,5</strong>\u00a0/\u00a0100');
    expect(html).toContain('Un &lt;b&gt;\ndeux');
    expect(html).toContain('<time datetime="2026-11-25T12:00:00.000Z">');
    expect(html).toContain('href="/course/2/review/2/4"');
    expect(html.match(/<tr role="row" data-user/g)).toHaveLength(5);
  });

  it('shows a learner their own grade only', async () => {
    expect((await page(4, '/course/2/grades')).html).toContain('data-grade="73.5"');
    const other = await page(5, '/course/2/grades');
    expect(other.html).not.toContain('73');
    expect(other.html).not.toContain('Fatou');
    expect((await page(5, '/course/2/review/2/4')).status).toBe(403);
  });

  it('leads to a submission review that names the learner', async () => {
    const { html } = await page(3, '/course/2/review/2/4');
    expect(html).toContain('src="/mod/lti/review.php?course=2&amp;item=2&amp;user=4"');
    const claims = await tool.launch(3, '/mod/lti/review.php?course=2&item=2&user=4');
    expect(claims).toMatchObject({
      sub: '3',
      [`${LTI}/message_type`]: 'LtiSubmissionReviewRequest',
      [`${LTI}/for_user`]: { user_id: '4' },
    });
    const login = await page(4, '/mod/lti/review.php?course=2&item=2&user=5');
    expect(login.status).toBe(404);
  });
});

describe('deep linking', () => {
  interface Settings {
    readonly deep_link_return_url: string;
  }

  async function openSelection(): Promise<string> {
    const claims = await tool.launch(3, '/mod/lti/contentitem.php?course=2');
    expect(claims[`${LTI}/message_type`]).toBe('LtiDeepLinkingRequest');
    expect(claims).not.toHaveProperty([`${LTI}/resource_link`]);
    const settings = claims[`${DEEP_LINKING}/deep_linking_settings`] as Settings; // shaped by the assertion below
    expect(settings).toMatchObject({
      accept_types: ['ltiResourceLink'],
      accept_multiple: true,
      auto_create: false,
    });
    return settings.deep_link_return_url;
  }

  async function bringBack(
    url: string,
    items: unknown,
    change: Record<string, unknown> = {},
  ): Promise<{ status: number; html: string }> {
    const nowS = clock.now().getTime() / 1000;
    const jwt = await tool.sign({
      iss: CLIENT_ID,
      aud: lms.issuer,
      iat: nowS,
      exp: nowS + 60,
      nonce: 'x',
      [`${LTI}/deployment_id`]: '1',
      [`${LTI}/message_type`]: 'LtiDeepLinkingResponse',
      [`${LTI}/version`]: '1.3.0',
      [`${DEEP_LINKING}/content_items`]: items,
      ...change,
    });
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) });
    return { status: answer.status, html: await answer.text() };
  }

  const item = {
    type: 'ltiResourceLink',
    title: 'Scène <b>courriel</b>',
    text: 'Répondre',
    url: 'http://tool.localhost:9/launch?scene=S02',
    custom: { 'Scene-ID': 'S02', on: true, off: false },
    lineItem: {
      scoreMaximum: 10,
      label: 'ignoré',
      resourceId: 'S02',
      tag: 'scene',
      submissionReview: { url: 'http://tool.localhost:9/launch?review=1', custom: { r: '1' } },
    },
  };

  it('adds what the tool brings back: activities, addresses, parameters and columns', async () => {
    const back = await bringBack(await openSelection(), [
      item,
      { type: 'ltiResourceLink', title: 'Sans note' },
    ]);
    expect(back.status).toBe(200);
    expect(back.html).toContain('2 activités sont ajoutées');
    expect(back.html).toContain('Scène &lt;b&gt;courriel&lt;/b&gt;');
    const course = await page(4, '/course/2');
    expect(course.html).toContain('Scène &lt;b&gt;courriel&lt;/b&gt;');
    const claims = await tool.launch(4, '/mod/lti/launch.php?id=10');
    expect(claims[`${LTI}/target_link_uri`]).toBe('http://tool.localhost:9/launch?scene=S02');
    expect(claims[`${LTI}/resource_link`]).toEqual({ title: item.title, description: 'Répondre', id: '11' });
    expect(claims[`${LTI}/custom`]).toMatchObject({ 'Scene-ID': 'S02', scene_id: 'S02', on: '1', off: '' });
    const ungraded = await tool.launch(4, '/mod/lti/launch.php?id=13');
    expect(ungraded['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']).not.toHaveProperty('lineitem');
    const review = await tool.launch(3, '/mod/lti/review.php?course=2&item=12&user=4');
    expect(review[`${LTI}/target_link_uri`]).toBe('http://tool.localhost:9/launch?review=1');
    expect(review[`${LTI}/custom`]).toMatchObject({ r: '1' });
  });

  it('takes an empty list as "nothing chosen"', async () => {
    const back = await bringBack(await openSelection(), []);
    expect(back.html).toContain('Rien n’a été ajouté');
  });

  it('takes an answer once', async () => {
    const url = await openSelection();
    await bringBack(url, [item]);
    expect((await bringBack(url, [item])).status).toBe(404);
  });

  it.each([
    ['another issuer', { iss: 'someone' }, [item]],
    ['an expired answer', { exp: 1 }, [item]],
    ['another message', { [`${LTI}/message_type`]: 'LtiResourceLinkRequest' }, [item]],
    ['a nested parameter', {}, [{ ...item, custom: { a: { b: 1 } } }]],
    ['a maximum that is no whole number', {}, [{ ...item, lineItem: { scoreMaximum: 7.5 } }]],
    ['an address that is no web address', {}, [{ ...item, url: 'javascript:alert(1)' }]],
    ['another type', {}, [{ type: 'html', html: '<p>' }]],
  ])('refuses %s and adds nothing', async (_what, change, items) => {
    expect((await bringBack(await openSelection(), items, change)).status).toBe(404);
    const { html } = await page(4, '/course/2');
    expect(html.match(/activity-card/g)).toHaveLength(1);
  });

  it('refuses an answer that the tool did not sign', async () => {
    const url = await openSelection();
    await tool.getToken();
    await tool.rotate('unpublished');
    await tool.stop();
    expect((await bringBack(url, [item])).status).toBe(404);
  });

  it('is not open to learners', async () => {
    expect((await page(4, '/course/2/select')).status).toBe(403);
    expect(readForm((await page(4, '/mod/lti/contentitem.php?course=2')).html).fields).toEqual({});
  });
});

describe('a school kept in a file', () => {
  let folder: string;
  let dataFile: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-lms-'));
    dataFile = join(folder, 'data', 'school.json');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps its keys and grades over a restart, readable by its owner only', async () => {
    const first = await startLms({ host: '127.0.0.1', port: 0, dataFile });
    await first.control({
      command: 'overrideGrade',
      itemId: 2,
      userId: 6,
      override: { points: 80, comment: 'Bien' },
    });
    const keys = await (await fetch(first.endpoints.keySet)).text();
    await first.close();
    const second = await startLms({ host: '127.0.0.1', port: 0, dataFile });
    expect(await (await fetch(second.endpoints.keySet)).text()).toBe(keys);
    expect(second.gradebook()).toMatchObject([{ userId: 6, points: 80, comment: 'Bien' }]);
    await second.close();
    expect(statSync(dataFile).mode & 0o777).toBe(0o600);
    expect(existsSync(`${dataFile}.new`)).toBe(false);
    expect(keys).not.toContain('"d"');
    expect(readFileSync(dataFile, 'utf8')).toContain('"d"');
  });

  it('says so when the file is something else, and leaves it alone', async () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, '{"a":1}');
    await expect(startLms({ host: '127.0.0.1', port: 0, dataFile: other })).rejects.toThrow(
      'is not a data file',
    );
    expect(readFileSync(other, 'utf8')).toBe('{"a":1}');
  });
});
