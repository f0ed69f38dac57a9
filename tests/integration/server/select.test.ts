/** Choosing an activity over real HTTP: the LMS's request, our picker's API, and the response that the LMS accepts. */
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import type { SelectAnswer, SelectChoice, SelectReply } from '../../../server/contract/select.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim';
const teacherId = 3;
const learnerId = 4;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());
afterEach(() => stack.lms.control({ command: 'setSelection' }));

const choice: SelectChoice = {
  form: 'demo',
  scenes: null,
  title: 'Faire le point',
  titleLanguage: 'fr',
  attempts: null,
  language: null,
  graded: true,
  grade: 'measure',
  dimensionItems: false,
};

async function openSelection(courseId = 2): Promise<ApiLearner> {
  const teacher = new ApiLearner(stack);
  await teacher.launchAt(teacherId, `/mod/lti/contentitem.php?course=${courseId}`);
  return teacher;
}

function choose(teacher: ApiLearner, ...choices: unknown[]): Promise<Answer<SelectReply & Problem>> {
  return teacher.request('POST', '/api/select', { choices });
}

/** The browser's own form. */
async function carryBack({ returnUrl, jwt }: SelectReply): Promise<{ status: number; html: string }> {
  const answer = await fetch(returnUrl, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) });
  return { status: answer.status, html: await answer.text() };
}

/** Ids of the activities on the course page. */
async function listActivities(courseId = 2): Promise<number[]> {
  const page = await fetch(`${stack.lms.publicUrl}/course/${courseId}`, {
    headers: { cookie: `bouleaux_person=${teacherId}` },
  });
  return [...(await page.text()).matchAll(/href="\/activity\/(\d+)"/g)].map(([, id]) => Number(id));
}

async function addActivity(change: Partial<SelectChoice>): Promise<number> {
  const { body } = await choose(await openSelection(), { ...choice, ...change });
  expect((await carryBack(body)).status).toBe(200);
  return (await listActivities()).at(-1) ?? 0;
}

describe('the choice of activities', () => {
  it('asks every LMS what a copy came from, and Moodle for the groups of each person', async () => {
    const customFrom = async (): Promise<unknown> => {
      const { body } = await choose(await openSelection(), choice);
      const items = decodeJwt(body.jwt)[`${deepLinking}/content_items`] as { custom: unknown }[];
      return items[0]?.custom;
    };
    const asked = { numplus_groups: '$Moodle.Person.userGroupIds' };
    const history = {
      numplus_course_history: '$Context.id.history',
      numplus_link_history: '$ResourceLink.id.history',
    };
    expect(await customFrom()).toMatchObject({ ...asked, ...history });
    await stack.lms.control({ command: 'setProfile', profile: 'sakai' });
    expect(await customFrom()).not.toMatchObject(asked);
    expect(await customFrom()).toMatchObject(history);
    await stack.lms.control({ command: 'setProfile', profile: 'moodle' });
  });

  it('lists titles in both languages, and what the platform accepts', async () => {
    const teacher = await openSelection();
    const { status, body } = await teacher.request<SelectAnswer>('GET', '/api/select');
    expect(status).toBe(200);
    expect(body.accepts).toEqual({ activity: true, several: true, grade: true });
    expect(body.forms[0]).toMatchObject({
      id: 'demo',
      title: { fr: 'Découvrir NUM+', en: 'Discover NUM+' },
      minScenes: 1,
    });
    expect(body.scenes).toContainEqual({
      id: 's02-inbox',
      title: { fr: 'La boîte de réception', en: 'The inbox' },
      minutes: 5,
      isScored: true,
    });
    expect(body.scenes).toContainEqual(expect.objectContaining({ id: 's00-welcome', isScored: false }));
    expect(JSON.stringify(body)).not.toMatch(/rule|points|misconception/);
  });

  it('says what the platform does not accept', async () => {
    await stack.lms.control({
      command: 'setSelection',
      acceptTypes: ['html'],
      acceptMultiple: false,
      acceptLineItem: false,
    });
    const { body } = await (await openSelection()).request<SelectAnswer>('GET', '/api/select');
    expect(body.accepts).toEqual({ activity: false, several: false, grade: false });
  });

  it('is only for staff who came to choose', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(learnerId);
    const teacher = new ApiLearner(stack);
    await teacher.launch(teacherId);
    for (const other of [learner, teacher]) {
      expect(await other.request('GET', '/api/select')).toMatchObject({
        status: 403,
        body: { code: 'session.forbidden' },
      });
      expect(await choose(other, choice)).toMatchObject({ status: 403 });
    }
    expect((await new ApiLearner(stack).request('GET', '/api/select')).status).toBe(401);
    expect((await (await openSelection()).request('GET', '/api/attempt')).status).toBe(403);
  });
});

describe('an activity that is chosen again', () => {
  const chosen: SelectChoice = {
    ...choice,
    form: 'first-week',
    title: 'Le bilan du lundi',
    attempts: 2,
    language: 'en',
    grade: 'level',
    dimensionItems: true,
  };

  async function openAgain(id: number): Promise<ApiLearner> {
    const teacher = new ApiLearner(stack);
    await teacher.launchAt(teacherId, `/mod/lti/contentitem.php?course=2&again=${id}`);
    return teacher;
  }

  async function readCurrent(teacher: ApiLearner): Promise<SelectAnswer['current']> {
    return (await teacher.request<SelectAnswer>('GET', '/api/select')).body.current;
  }

  const settings = {
    title: 'Le bilan du lundi',
    form: 'first-week',
    scenes: null,
    attempts: 2,
    language: 'en',
    dimensionItems: true,
    graded: true,
    grade: 'level',
  };

  it('shows its settings if the LMS sends only its title, as Moodle', async () => {
    const id = await addActivity(chosen);
    // Nothing is known of an activity that nobody opened.
    expect(await readCurrent(await openAgain(id))).toBeNull();
    await new ApiLearner(stack).launch(learnerId, id);
    const teacher = await openAgain(id);
    expect(teacher.page).toMatchObject({ language: 'fr' });
    expect(await readCurrent(teacher)).toEqual(settings);
  });

  it('shows its settings if the LMS sends its custom parameters', async () => {
    const id = await addActivity({ ...chosen, title: 'Jamais ouvert' });
    await stack.lms.control({ command: 'setSelection', sendsCustom: true });
    const teacher = await openAgain(id);
    expect(teacher.page).toMatchObject({ page: 'select', language: 'fr' });
    expect(await readCurrent(teacher)).toEqual({ ...settings, title: 'Jamais ouvert' });
  });

  it('shows the kind of grade that staff chose since', async () => {
    const id = await addActivity({ ...chosen, title: 'Changé depuis' });
    const teacher = new ApiLearner(stack);
    await teacher.launch(teacherId, id);
    await teacher.request('POST', '/api/activity/grade-kind', { kind: 'measure' });
    expect(await readCurrent(await openAgain(id))).toMatchObject({ grade: 'measure' });
  });

  it('keeps the id that finds its columns, and is changed, not added', async () => {
    const id = await addActivity({ ...chosen, title: 'Gardé' });
    await new ApiLearner(stack).launch(learnerId, id);
    const before = await listActivities();
    const customOf = (jwt: string): unknown =>
      (decodeJwt(jwt)[`${deepLinking}/content_items`] as { custom: unknown }[])[0]?.custom;
    const { body } = await choose(await openAgain(id), { ...chosen, title: 'Gardé', attempts: 3 });
    expect((await carryBack(body)).status).toBe(200);
    expect(await listActivities()).toEqual(before);
    await new ApiLearner(stack).launch(learnerId, id);
    const again = await choose(await openAgain(id), { ...chosen, title: 'Gardé', attempts: 4 });
    const kept = customOf(body.jwt) as { numplus_activity: string };
    expect(kept.numplus_activity).toMatch(/^numplus-/);
    expect(customOf(again.body.jwt)).toMatchObject({ ...kept, numplus_attempts: '4' });
  });

  it('is taken for a new one if the course has several of its name, or none', async () => {
    const [id] = [
      await addActivity({ ...chosen, title: 'Deux fois' }),
      await addActivity({ ...chosen, title: 'Deux fois' }),
    ];
    for (const one of (await listActivities()).slice(-2)) await new ApiLearner(stack).launch(learnerId, one);
    expect(await readCurrent(await openAgain(id))).toBeNull();
    expect(await readCurrent(await openSelection())).toBeNull();
  });
});

describe('a chosen activity', () => {
  it('is added to the course with a column out of 100', async () => {
    const before = await listActivities();
    const id = await addActivity({ title: 'Un premier tour', attempts: 2 });
    expect(before).not.toContain(id);
    const learner = new ApiLearner(stack);
    await learner.launch(learnerId, id);
    expect((await learner.request<AttemptAnswer>('GET', '/api/attempt')).body).toMatchObject({
      attempt: null,
      mayBeginAnother: true,
    });
    const page = await fetch(`${stack.lms.publicUrl}/course/2`, { headers: { cookie: 'bouleaux_person=4' } });
    expect(await page.text()).toMatch(/sur 100(?:(?!activity-card)[\s\S])*Un premier tour/);
  });

  it('says in the course how many tasks and minutes its form takes', async () => {
    const { body } = await choose(await openSelection(), { ...choice, form: 'first-week' });
    const [item] = decodeJwt(body.jwt)[`${deepLinking}/content_items`] as { text: string }[];
    expect(item?.text).toMatch(/ 8 tâches, environ 40\u00A0minutes\.$/);
  });

  it('is played in its language and with its scenes', async () => {
    const id = await addActivity({ language: 'en', scenes: ['s02-inbox'] });
    const learner = new ApiLearner(stack);
    await learner.begin(learnerId, id);
    expect(learner.attempt.scenes.map(({ scenario }) => scenario)).toEqual(['s02-inbox']);
    expect(learner.page).toMatchObject({ language: 'en' });
  });

  it('gets no column if it is not graded', async () => {
    const { body } = await choose(await openSelection(), { ...choice, graded: false });
    expect(decodeJwt(body.jwt)[`${deepLinking}/content_items`]).toMatchObject([{ title: 'Faire le point' }]);
    expect(body.jwt.length).toBeGreaterThan(100);
    expect(JSON.stringify(decodeJwt(body.jwt))).not.toContain('lineItem');
  });

  it('may be one of several, each with its own grade address', async () => {
    const { body } = await choose(await openSelection(), choice, { ...choice, title: 'Encore un' });
    const items = decodeJwt(body.jwt)[`${deepLinking}/content_items`] as {
      lineItem: { resourceId: string };
    }[];
    expect(new Set(items.map(({ lineItem }) => lineItem.resourceId)).size).toBe(2);
    const before = await listActivities();
    expect((await carryBack(body)).html).toContain('2 activités');
    expect(await listActivities()).toHaveLength(before.length + 2);
  });

  it('may be sent again: the response is new, and the LMS accepts one of them', async () => {
    const teacher = await openSelection();
    const first = (await choose(teacher, choice)).body;
    const second = (await choose(teacher, choice)).body;
    expect(decodeJwt(second.jwt).nonce).not.toBe(decodeJwt(first.jwt).nonce);
    const before = await listActivities();
    expect((await carryBack(second)).status).toBe(200);
    expect((await carryBack(first)).status).toBe(404);
    expect(await listActivities()).toHaveLength(before.length + 1);
  });

  it('comes with the platform’s data unchanged, byte for byte', async () => {
    const data = ' {"op":"é ✓"}  \r\n<&"\'';
    await stack.lms.control({ command: 'setSelection', data });
    const { body } = await choose(await openSelection(), choice);
    expect(decodeJwt(body.jwt)[`${deepLinking}/data`]).toBe(data);
    expect((await carryBack(body)).status).toBe(200);
  });

  it('may be none: the LMS is informed and adds nothing', async () => {
    await stack.lms.control({ command: 'setSelection', acceptTypes: ['html'], data: 'kept' });
    const before = await listActivities();
    const teacher = await openSelection();
    const { status, body } = await teacher.request<SelectReply>('POST', '/api/select', { cancel: true });
    expect(status).toBe(200);
    expect((await carryBack(body)).html).toContain('Rien n’a été ajouté');
    expect(await listActivities()).toEqual(before);
  });
});

describe('a choice that is refused:', () => {
  it.each([
    ['an activity if none is accepted', { acceptTypes: ['html'] }, [choice], 'activity'],
    ['two activities if one is accepted', { acceptMultiple: false }, [choice, choice], 'several'],
    ['a column if none can be created', { acceptLineItem: false }, [choice], 'grade'],
    ['columns by dimension for few scenes', {}, [{ ...choice, dimensionItems: true }], 'dimensions'],
    ['unscored scenes only', {}, [{ ...choice, scenes: ['s00-welcome'] }], 'unscored'],
  ] as const)('%s', async (_what, rules, choices, what) => {
    const acceptTypes = 'acceptTypes' in rules ? [...rules.acceptTypes] : undefined;
    await stack.lms.control({ command: 'setSelection', ...rules, acceptTypes });
    expect(await choose(await openSelection(), ...choices)).toMatchObject({
      status: 409,
      body: { code: 'selection.not-accepted', params: { what } },
    });
  });

  it.each([
    ['an unknown form', { form: 'nowhere' }, 409, 'activity.content-unknown'],
    ['an unknown scene', { scenes: ['s02-inbox', 's99'] }, 409, 'activity.content-unknown'],
    ['a scene twice', { scenes: ['s02-inbox', 's02-inbox'] }, 400, 'request.invalid'],
    ['no scene', { scenes: [] }, 400, 'request.invalid'],
    ['an empty title', { title: '   ' }, 400, 'request.invalid'],
    ['a title that nobody sees', { title: '\u200B\u2060' }, 400, 'request.invalid'],
    ['a title of two lines', { title: 'un\ndeux' }, 400, 'request.invalid'],
    ['zero attempts', { attempts: 0 }, 400, 'request.invalid'],
    ['an unknown field', { surprise: true }, 400, 'request.invalid'],
  ])('%s', async (_what, change, status, code) => {
    expect(await choose(await openSelection(), { ...choice, ...change })).toMatchObject({
      status,
      body: { code },
    });
  });

  it.each([
    ['https://evil.example/take', 'https://evil.example'],
    ['http://127.0.0.1.evil.example/take', 'http://127.0.0.1.evil.example'],
  ])('any choice with a return to %s', async (returnUrl, origin) => {
    await stack.lms.control({ command: 'setSelection', returnUrl });
    const teacher = await openSelection();
    const refused = { status: 409, body: { code: 'selection.return-refused', params: { origin } } };
    expect(await teacher.request('GET', '/api/select')).toMatchObject(refused);
    expect(await choose(teacher, choice)).toMatchObject(refused);
    expect(await teacher.request('POST', '/api/select', { cancel: true })).toMatchObject(refused);
  });

  it('by a learner: the launch itself is refused', async () => {
    const page = await fetch(`${stack.lms.publicUrl}/mod/lti/contentitem.php?course=2`, {
      headers: { cookie: `bouleaux_person=${learnerId}` },
    });
    expect(page.status).toBe(404);
    await stack.lms.control({
      command: 'alterNextIdToken',
      change: {
        claims: {
          'https://purl.imsglobal.org/spec/lti/claim/roles': [
            'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
          ],
        },
      },
    });
    await expect(openSelection()).rejects.toThrow(/403[\s\S]*lti\.selection-not-allowed/);
  });
});

describe('the page of a selection', () => {
  it('may send its form to the platform and nowhere else; other pages only to the tool', async () => {
    const teacher = await openSelection();
    const policyOf = async (path: string): Promise<string> => {
      const { headers } = await fetch(`${stack.tool.localUrl}${path}`);
      return headers.get('content-security-policy') ?? '';
    };
    const ref = teacher.pagePath.split('/').at(-1) ?? '';
    expect(await policyOf(teacher.pagePath)).toContain(`; form-action ${stack.lms.issuer};`);
    expect(await policyOf(`/play/${ref}`)).toContain("; form-action 'self';");
    expect(await policyOf('/select')).toContain("; form-action 'self';");
  });
});

describe('keys that Moodle can’t read', () => {
  it('are named to who chooses and to staff, with the settings to change, until Moodle reads them', async () => {
    const own = new URL(stack.tool.publicUrl);
    const keysUnread = { product: 'moodle', host: own.hostname, port: own.port };
    await stack.lms.control({ command: 'blockToolKeys', blocked: true });
    const teacher = await openSelection();
    const staff = new ApiLearner(stack);
    await staff.launch(teacherId);
    const asked = await teacher.request('GET', '/api/select/connection');
    expect([asked.status, asked.body]).toEqual([200, { keysUnread }]);
    expect((await staff.request('GET', '/api/activity/connection')).body).toEqual({ keysUnread });
    // The LMS refuses the choice, as it said.
    expect((await carryBack((await choose(teacher, choice)).body)).status).toBe(404);
    await stack.lms.control({ command: 'blockToolKeys', blocked: false });
  });

  it('are not told to learners', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(learnerId);
    for (const path of ['/api/select/connection', '/api/activity/connection']) {
      expect((await learner.request('GET', path)).status).toBe(403);
    }
  });
});
