import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';
import { createSchoolFile } from './school-file.ts';
import type { SchoolFile } from './school-file.ts';
import { actAs, createTestClock, getPage, LTI, startTinyTool } from './tiny-tool.ts';
import type { TinyTool } from './tiny-tool.ts';

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
  it('first asks in French who the reader is, then leads to the requested page', async () => {
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

  it('is in the course’s language until the reader chooses one', async () => {
    const cookie = await actAs(lms, 4);
    expect((await getPage(lms, '/course/3', cookie)).html).toContain('<html lang="en-CA">');
    const french = await getPage(lms, '/course/3', `${cookie}; bouleaux_language=fr`);
    expect(french.html).toContain('<html lang="fr-CA">');
    expect(french.html).toContain('<h1>Digital skills at work</h1>');
  });

  it('frames the activity as Moodle does: permissions for the tool, no sandbox', async () => {
    const { html } = await page(4, '/activity/2');
    const frame = /<iframe[^>]*>/.exec(html)?.[0] ?? '';
    expect(frame).toContain('name="contentframe" title="NUM+, une semaine aux Ateliers Boréal"');
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

  it('returns its own page for unknown or malformed requests', async () => {
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

  it('leads back at Moodle’s address of the course; its return page fails once the activity is gone', async () => {
    expect((await page(4, '/course/view.php?id=2')).html).toContain('<h1>Le numérique au travail</h1>');
    expect(await page(4, '/mod/lti/return.php?course=2&instanceid=1')).toMatchObject({ status: 200 });
    expect(await page(4, '/mod/lti/return.php?course=2&instanceid=999')).toMatchObject({ status: 404 });
  });

  it('is in the language of the course that the learner comes back to', async () => {
    const { html } = await page(4, '/mod/lti/return.php?course=3');
    expect(html).toContain('<html lang="en-CA">');
    expect(html).toContain('href="/course/3" target="_top"');
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

  it('shows staff everyone’s grade, with the comment as text and a link to the analysis', async () => {
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
    expect((await page(4, '/course/2')).html).toContain('Votre note\u00a0: <strong>73,5');
    const other = await page(5, '/course/2/grades');
    expect(other.html).not.toContain('73');
    expect(other.html).not.toContain('Fatou');
    expect((await page(5, '/course/2/review/2/4')).status).toBe(403);
  });

  it('links to a submission review that names the learner', async () => {
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

describe('a school stored in a file', () => {
  let folder: string;
  let dataFile: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-lms-'));
    dataFile = join(folder, 'data', 'school.json');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('has the same keys and grades after a restart, and is readable by its owner only', async () => {
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

  it('is refused and unchanged if it is another kind of file', async () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, '{"a":1}');
    await expect(startLms({ host: '127.0.0.1', port: 0, dataFile: other })).rejects.toThrow(
      'is not a data file',
    );
    expect(readFileSync(other, 'utf8')).toBe('{"a":1}');
  });
});
