/** What the sandbox LMS asks of a tool that brings content back, and what it does with it: Moodle's ways. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ControlCommand } from '../../../sandbox/lms/control-command.ts';
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

  it('adds what the tool returns: activities, addresses, parameters and columns', async () => {
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

  it('holds grades back from learners if the column asks for it, where the platform does so', async () => {
    const lineItem = { ...item.lineItem, gradesReleased: false };
    await bringBack(await openSelection(), [{ ...item, title: 'Retenue', lineItem }]);
    const scores = `${lms.serviceUrl}/mod/lti/services.php/2/lineitems/12/lineitem/scores?type_id=1`;
    const body = {
      userId: '4',
      scoreGiven: 7.35,
      scoreMaximum: 10,
      comment: 'Marge 60–80',
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: clock.now().toISOString(),
    };
    const type = 'application/vnd.ims.lis.v1.score+json';
    expect((await tool.call('POST', scores, { token: await tool.getToken(), type, body })).status).toBe(200);
    // Moodle shows them all the same.
    expect((await page(4, '/course/2/grades')).html).toMatch(/7[.,]35[^]*Marge/);
    expect((await page(4, '/course/2')).html).toMatch(/7[.,]35/);
    await lms.control({ command: 'setProfile', profile: 'blackboard' });
    for (const path of ['/course/2', '/course/2/grades']) {
      const { html } = await page(4, path);
      expect(html).toContain('<strong>Fait</strong>');
      expect(html).not.toMatch(/7[.,]35|Marge/);
    }
    expect((await page(3, '/course/2/grades')).html).toContain('data-grade="7.35"');
  });

  it('accepts an empty list as "nothing chosen"', async () => {
    const back = await bringBack(await openSelection(), []);
    expect(back.html).toContain('Rien n’a été ajouté');
  });

  it('accepts a response once', async () => {
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

  it('refuses a response that the tool did not sign', async () => {
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

  const rules: Omit<Extract<ControlCommand, { command: 'setSelection' }>, 'command'> = {
    acceptMultiple: false,
    acceptLineItem: false,
    data: ' {"op":1}  é ',
  };

  it('announces other rules when configured, and enforces them', async () => {
    await lms.control({ command: 'setSelection', ...rules });
    const claims = await tool.launch(3, '/mod/lti/contentitem.php?course=2');
    expect(claims[`${DEEP_LINKING}/deep_linking_settings`]).toMatchObject({
      accept_types: ['ltiResourceLink'],
      accept_multiple: false,
      accept_lineitem: false,
      data: ' {"op":1}  é ',
    });
    const { deep_link_return_url: url } = claims[`${DEEP_LINKING}/deep_linking_settings`] as Settings;
    const data = { [`${DEEP_LINKING}/data`]: ' {"op":1}  é ' };
    expect((await bringBack(url, [item])).html).toContain('data-error="data"');
    expect((await bringBack(url, [item], { [`${DEEP_LINKING}/data`]: '{"op":1}  é' })).status).toBe(404);
    expect((await bringBack(url, [item, item], data)).html).toContain('data-error="accept_multiple"');
    expect((await bringBack(url, [item], data)).status).toBe(200);
  });

  it('accepts no activity if it announced so', async () => {
    await lms.control({ command: 'setSelection', acceptTypes: ['html'] });
    const claims = await tool.launch(3, '/mod/lti/contentitem.php?course=2');
    const { deep_link_return_url: url } = claims[`${DEEP_LINKING}/deep_linking_settings`] as Settings;
    expect((await bringBack(url, [item])).html).toContain('data-error="accept_types"');
    expect((await bringBack(url, [])).status).toBe(200);
  });
});
