/** What an activity's settings do at launch and after: attempts, language, and content that is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAnswer, AttemptView } from '../../../server/contract/play.ts';
import type { SelectReply } from '../../../server/contract/select.ts';
import type { PracticeAnswer } from '../../../server/contract/teach.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

/** A launch with these custom parameters, as an LMS without deep linking sends them. */
async function launchWith(parameters: Record<string, string>, personId: number): Promise<ApiLearner> {
  await stack.lms.control({ command: 'alterNextIdToken', change: { claims: { [custom]: parameters } } });
  const learner = new ApiLearner(stack);
  await learner.launch(personId);
  return learner;
}

function start(learner: ApiLearner, number: number): Promise<Answer<AttemptView & Problem>> {
  return learner.request('POST', '/api/attempts', { noticeVersion: '5.0', language: 'fr', number });
}

async function mayBeginAnother(learner: ApiLearner): Promise<boolean> {
  return (await learner.request<AttemptAnswer>('GET', '/api/attempt')).body.mayBeginAnother;
}

async function end(learner: ApiLearner): Promise<void> {
  await learner.find();
  await learner.open('page-1');
  await learner.act({ app: 'frame', type: 'end' });
}

describe('the number of attempts', () => {
  it('set by deep linking is enforced: announced at the end, and refused beyond', async () => {
    const teacher = new ApiLearner(stack);
    await teacher.launchAt(3, '/mod/lti/contentitem.php?course=2');
    const { body } = await teacher.request<SelectReply>('POST', '/api/select', {
      choices: [
        {
          form: 'demo',
          scenes: null,
          title: 'Une fois',
          titleLanguage: 'fr',
          attempts: 1,
          language: null,
          graded: true,
          dimensionItems: false,
        },
      ],
    });
    const back = await fetch(body.returnUrl, {
      method: 'POST',
      body: new URLSearchParams({ JWT: body.jwt }),
    });
    expect(back.status).toBe(200);
    const page = await fetch(`${stack.lms.publicUrl}/course/2`, { headers: { cookie: 'bouleaux_person=4' } });
    const ids = [...(await page.text()).matchAll(/href="\/activity\/(\d+)"/g)].map(([, id]) => Number(id));
    const learner = new ApiLearner(stack);
    await learner.launch(4, ids.at(-1));
    expect(await mayBeginAnother(learner)).toBe(true);
    expect((await start(learner, 1)).status).toBe(200);
    expect(await mayBeginAnother(learner)).toBe(false);
    await end(learner);
    expect(await mayBeginAnother(learner)).toBe(false);
    expect(await start(learner, 2)).toMatchObject({ status: 409, body: { code: 'attempt.none-left' } });
    // A repeat of the one that is there is no new one.
    expect(await start(learner, 1)).toMatchObject({ status: 200, body: { number: 1 } });
  });

  it('allows any number if it is not set', async () => {
    const learner = await launchWith({}, 5);
    await start(learner, 1);
    await end(learner);
    expect(await mayBeginAnother(learner)).toBe(true);
    expect(await start(learner, 2)).toMatchObject({ status: 200, body: { number: 2 } });
  });
});

describe('the language of an activity', () => {
  it.each([
    [{ numplus_language: 'en' }, 'en'],
    [{ numplus_language: 'fr' }, 'fr'],
    [{}, 'fr'],
    [{ numplus_language: 'de' }, 'fr'],
  ])('with %j in a French course is %s', async (parameters, language) => {
    expect((await launchWith(parameters as Record<string, string>, 6)).page.language).toBe(language);
  });

  it('is for whoever plays: the page of staff keeps their own, and what they try out has the activity’s', async () => {
    const staff = await launchWith({ numplus_language: 'en' }, 3);
    expect(staff.page).toMatchObject({ page: 'teach', language: 'fr' });
    const { body } = await staff.request<PracticeAnswer>('POST', '/api/practice');
    const practice = new ApiLearner(stack);
    await practice.follow(new URL(body.pageUrl));
    expect(practice.page).toMatchObject({ page: 'play', language: 'en' });
  });
});

describe('content that does not exist', () => {
  it.each([{ numplus_form: 'gone' }, { numplus_scenes: 's02-inbox,gone' }])(
    'is reported before anything begins: %j',
    async (parameters) => {
      const learner = await launchWith(parameters, 7);
      const refused = { status: 409, body: { code: 'activity.content-unknown', params: { name: 'gone' } } };
      expect(await learner.request('GET', '/api/attempt')).toMatchObject(refused);
      expect(await start(learner, 1)).toMatchObject(refused);
    },
  );

  it('does not affect an attempt that began before', async () => {
    await start(await launchWith({}, 8), 1);
    const learner = await launchWith({ numplus_form: 'gone' }, 8);
    expect(await learner.request('GET', '/api/attempt')).toMatchObject({
      status: 200,
      body: { attempt: { number: 1 } },
    });
  });
});
