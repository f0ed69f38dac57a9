/** Every screen of staff in the frames that an LMS gives: nothing is cut or covered. */
import { beforeAll, describe, expect, it } from 'vitest';
import { itemsEn } from '../../../client/src/i18n/catalogues/items.en.ts';
import { itemsFr } from '../../../client/src/i18n/catalogues/items.fr.ts';
import { personEn } from '../../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../../client/src/i18n/catalogues/person.fr.ts';
import { resourcesEn } from '../../../client/src/i18n/catalogues/resources.en.ts';
import { resourcesFr } from '../../../client/src/i18n/catalogues/resources.fr.ts';
import { reviewEn } from '../../../client/src/i18n/catalogues/review.en.ts';
import { reviewFr } from '../../../client/src/i18n/catalogues/review.fr.ts';
import { teachEn } from '../../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { withRecordedLevels, withRecordedScenes } from '../../support/counsellor-samples.ts';
import { openGroupPage } from '../../support/group-page.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { frameSize } from '../../support/low-frame.ts';
import { openPicker } from '../../support/picker.ts';
import { type Look, ScreenLooks, usualLooks } from '../../support/screen-looks.ts';

const words = {
  fr: {
    ...teachFr,
    back: reviewFr.back,
    guide: personFr['guide.title'],
    result: personFr['result.title'],
    items: itemsFr,
    resources: resourcesFr,
  },
  en: {
    ...teachEn,
    back: reviewEn.back,
    guide: personEn['guide.title'],
    result: personEn['result.title'],
    items: itemsEn,
    resources: resourcesEn,
  },
};

/** A real Moodle 4.5 gives teachers the first. These pages have no text size of their own: the last is it at 200 %. */
const teacherFrame: Look = { width: 969, height: 334, text: '100' };
const staffLooks: readonly Look[] = [teacherFrame, ...usualLooks, { width: 485, height: 167, text: '100' }];

const stack = setUpBrowserStack();
beforeAll(async () => {
  const finisher = new ApiLearner(stack);
  await finisher.act(...rightWay(await finisher.begin(4)), done);
  await new ApiLearner(stack).begin(5);
});

describe.each([
  { language: 'fr', shown: { width: 969, height: 409 } },
  { language: 'en', shown: { width: 390, height: 844 } },
] as const)('the screens of staff in $language', ({ language, shown }) => {
  const text = words[language];

  it('cut and cover nothing', async () => {
    const page = await openGroupPage(stack, stack.browser, {
      language,
      ...shown,
      activity: withRecordedLevels,
      review: (answer) => (answer.view === 'staff' ? withRecordedScenes(answer) : answer),
      keysUnread: true,
    });
    const screens = new ScreenLooks(page, language, shown);
    const list = page.getByRole('button', { name: text['practice.go'] });
    const open = async (name: string | RegExp, heading: string): Promise<void> => {
      await page.getByRole('button', { name }).first().press('Enter');
      await page.getByRole('heading', { name: heading }).first().waitFor();
    };
    const back = async (): Promise<void> => {
      await page.getByRole('button', { name: text.back }).first().press('Enter');
      await list.waitFor();
    };
    await screens.see('staff list', staffLooks);
    await open(new RegExp(`^${text.review}`), text.guide);
    await screens.see('staff person', staffLooks);
    for (const size of [teacherFrame, frameSize]) {
      await page.setViewportSize(size);
      await page.evaluate('scrollTo(0, 0)');
      const result = page.getByRole('region', { name: text.result });
      for (const words of [result.getByRole('heading', { level: 2 }), result.locator('.level')]) {
        const box = await words.boundingBox();
        expect((box?.y ?? size.height) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
      }
    }
    await page.setViewportSize(shown);
    await back();
    await open(text.items['link.go'], text.items['dif.title']);
    await screens.see('staff items', staffLooks);
    await back();
    await open(text.resources['link.go'], text.resources['change.title']);
    await screens.see('staff resources', staffLooks);
    await back();
    await page.context().close();
    expect(screens.findings).toEqual([]);
  });

  it('include the choice of an activity', async () => {
    const { page, frame } = await openPicker({ stack, browser: stack.browser }, language, {
      width: shown.width,
      height: 900,
    });
    await frame.getByRole('heading', { level: 1 }).waitFor();
    const screens = new ScreenLooks(page, language, shown);
    await screens.see('staff picker', staffLooks);
    await page.context().close();
    expect(screens.findings).toEqual([]);
  });
});
