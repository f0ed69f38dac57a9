/** In every frame that an LMS gives, the people come first on the page of an activity's staff. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsFr } from '../../../client/src/i18n/catalogues/actions.fr.ts';
import { teachEn } from '../../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { withRecordedLevels } from '../../support/counsellor-samples.ts';
import { type GroupLook, openGroupPage } from '../../support/group-page.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { takePicture } from '../../support/picture.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const words = { fr: teachFr, en: teachEn };

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  const finisher = new ApiLearner(stack);
  await finisher.act(...rightWay(await finisher.begin(4)), done);
  await new ApiLearner(stack).begin(5);
  await new ApiLearner(stack).begin(6);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** Every kind of notice at once: somebody asks, somebody is held, a grade failed. */
function withEveryNotice(answer: ActivityAnswer): ActivityAnswer {
  const { people, ...rest } = withRecordedLevels(answer);
  return {
    ...rest,
    isDeliveryStuck: true,
    people: people.map((person, index) =>
      index === 1 ? { ...person, attempt: { ...person.attempt, heldFor: ['machine-fast'] } } : person,
    ),
  };
}

/** As many as a search is offered for. */
function withTwelve(answer: ActivityAnswer): ActivityAnswer {
  const [first, ...others] = answer.people;
  if (first === undefined) throw new Error('nobody began');
  const added = Array.from({ length: 11 - others.length }, (_, index) => ({
    ...first,
    personId: `added-${String(index)}`,
  }));
  return { ...answer, people: [first, ...others, ...added] };
}

/** Runs in the page, therefore as text. */
const readSight = `(() => {
  const box = (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { top, bottom, left, right };
  };
  const person = document.querySelector('main li h3');
  const cut = [...document.querySelectorAll('main *')].filter((element) =>
    element.checkVisibility() && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 &&
    getComputedStyle(element).overflowX !== 'visible' && !element.matches('select, input'));
  return {
    name: box(person),
    way: box(person.parentElement.querySelector('button')),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    cut: cut.map((element) => element.className + ': ' + element.textContent.slice(0, 60)),
  };
})()`;

/** Width of what the search field does not show of its text. */
const readHidden = `(() => {
  const { scrollWidth, clientWidth } = document.querySelector('[type="search"]');
  return scrollWidth - clientWidth;
})()`;

/** Width that the choice of a level lacks for its longest text. Runs in the page, therefore as text. */
const readMissing = `(() => {
  const select = document.querySelector('select[id$="-level"]');
  const { width } = select.getBoundingClientRect();
  select.style.minWidth = 'max-content';
  const needed = select.getBoundingClientRect().width;
  select.style.minWidth = '';
  return needed - width;
})()`;

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Sight {
  readonly name: Box;
  readonly way: Box;
  readonly sideways: number;
  readonly cut: readonly string[];
}

async function read(page: Page): Promise<Sight> {
  return page.evaluate<Sight>(readSight);
}

const frames = [
  { width: 969, height: 334 },
  { width: 969, height: 409 },
  { width: 1280, height: 560 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;

/** A group that is searched, in which somebody asks for a review and somebody is held. */
function withAGroupThatWaits(answer: ActivityAnswer): ActivityAnswer {
  return { ...withTwelve(withEveryNotice(answer)), isDeliveryStuck: false };
}

describe.each([
  { width: 1366, height: 768 },
  { width: 969, height: 409 },
  { width: 390, height: 844 },
])('the search for a person in a frame of $width × $height px', (frame) => {
  it.each(['fr', 'en'] as const)('has room for its own words in %s', async (language) => {
    const page = await openGroupPage(stack, browser, { ...frame, language, activity: withTwelve });
    // A field tells the width of what is typed in it, not of its placeholder.
    await page.getByRole('searchbox').fill(words[language]['search.label']);
    expect(await page.evaluate<number>(readHidden)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

const looks: readonly GroupLook[] = frames.flatMap((frame) =>
  (['fr', 'en'] as const).map((language) => ({ ...frame, language })),
);

describe.each(looks)('the staff page in a frame of $width × $height px, in $language', (look) => {
  const { language, width, height } = look;

  it('shows the first person and the way to their page at once, and cuts nothing', async () => {
    const page = await openGroupPage(stack, browser, { ...look, activity: withRecordedLevels });
    await takePicture(page, 'staff-list', language);
    const sight = await read(page);
    for (const { top, bottom, left, right } of [sight.name, sight.way]) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(height);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(sight.sideways).toBe(0);
    expect(sight.cut).toEqual([]);
    expect(await findPageViolations(page)).toEqual([]);
    await takePicture(page, 'staff-list-whole', language, { fullPage: true });
    await page.context().close();
  });

  it('keeps the first name in sight below everything that waits', async () => {
    const page = await openGroupPage(stack, browser, {
      ...look,
      activity: withEveryNotice,
      keysUnread: true,
    });
    await page.getByText(words[language]['activity.stuck']).waitFor();
    await takePicture(page, 'staff-notices', language);
    const { name, sideways, cut } = await read(page);
    if (width > 500) expect(name.bottom).toBeLessThanOrEqual(height);
    expect(sideways).toBe(0);
    expect(cut).toEqual([]);
    await page.getByText(words[language]['activity.stuck']).click();
    await page.getByText(words[language]['activity.stuck.todo']).waitFor();
    expect(await findPageViolations(page)).toEqual([]);
    await page.context().close();
  });
});

it.each(looks.filter(({ width, height }) => width >= 969 && height < 500))(
  'shows the first name of a group that is searched, below what waits: $width × $height px, $language',
  async (look) => {
    const page = await openGroupPage(stack, browser, { ...look, activity: withAGroupThatWaits });
    await page.getByRole('searchbox').waitFor();
    await takePicture(page, 'staff-searched', look.language);
    const { name, way, sideways, cut } = await read(page);
    expect(Math.max(name.bottom, way.bottom)).toBeLessThanOrEqual(look.height);
    expect(sideways).toBe(0);
    expect(cut).toEqual([]);
    await page.context().close();
  },
);

it.each(looks.filter(({ width, height }) => width >= 969 && height < 600))(
  'shows how many a choice finds, and the first of them, while it is made and after: $width × $height px, $language',
  async (look) => {
    const { language, height } = look;
    const text = words[language];
    const page = await openGroupPage(stack, browser, { ...look, activity: withTwelve });
    const more = page.getByRole('button', { name: text['tools.more'] });
    const found = page.locator('.found').getByRole('status');
    const isInSight = async (): Promise<void> => {
      const { name, way, sideways, cut } = await read(page);
      const count = await found.boundingBox();
      expect((count?.y ?? height) + (count?.height ?? 0)).toBeLessThanOrEqual(height);
      expect(Math.max(name.bottom, way.bottom)).toBeLessThanOrEqual(height);
      expect(sideways).toBe(0);
      expect(cut).toEqual([]);
      expect(await findPageViolations(page)).toEqual([]);
    };
    await more.click();
    await page.getByLabel(text['tools.level'], { exact: true }).selectOption('none');
    await found.waitFor();
    await takePicture(page, 'staff-choosing', language);
    expect(await page.evaluate(readMissing)).toBeLessThanOrEqual(1);
    await isInSight();
    await more.click();
    expect(await found.innerText()).toContain(text['tools.level.none']);
    await takePicture(page, 'staff-chosen', language);
    await isInSight();
    await page.getByRole('button', { name: text['tools.all'] }).click();
    await found.waitFor({ state: 'detached' });
    await page.context().close();
  },
);

it.each(['fr', 'en'] as const)(
  'a search in a wide low frame leaves every button where it was: %s',
  async (language) => {
    const page = await openGroupPage(stack, browser, {
      language,
      width: 1366,
      height: 334,
      activity: withTwelve,
    });
    const text = words[language];
    const places = (): Promise<unknown[]> =>
      Promise.all(
        [
          page.getByRole('searchbox'),
          page.getByRole('button', { name: text.refresh }),
          page.getByRole('button', { name: text['tools.more'] }),
        ].map((control) => control.boundingBox()),
      );
    const before = await places();
    await page.getByRole('searchbox').pressSequentially('f');
    await page.locator('.found').getByRole('status').waitFor();
    await takePicture(page, 'staff-wide-search', language);
    expect(await places()).toEqual(before);
    await page.context().close();
  },
);

it.each(['fr', 'en'] as const)(
  'on a phone with doubled text, the list of people begins on the first screen: %s',
  async (language) => {
    const page = await openGroupPage(stack, browser, {
      language,
      width: 390,
      height: 844,
      activity: withRecordedLevels,
    });
    await page.evaluate(`document.documentElement.dataset.textSize = '200'`);
    await takePicture(page, 'staff-double', language);
    const name = language === 'fr' ? /^En cours/ : /^In progress/;
    const heading = await page.getByRole('heading', { level: 2, name }).boundingBox();
    // Its first line.
    expect((heading?.y ?? 844) + 60).toBeLessThan(844);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.context().close();
  },
);

it('opens the tools by keyboard, and a person who asks for a review from their notice', async () => {
  const page = await openGroupPage(stack, browser, {
    language: 'fr',
    width: 969,
    height: 334,
    activity: withRecordedLevels,
  });
  await page.getByRole('button', { name: teachFr['tools.go'] }).press('Enter');
  expect(await page.evaluate('document.activeElement.textContent')).toBe(teachFr['tools.activity']);
  const top = await page.evaluate('document.activeElement.getBoundingClientRect().top');
  expect(top).toBeLessThan(334);
  const notice = page.getByRole('region', { name: teachFr['wait.review.one'].replace('{count}', '1') });
  await notice.locator('summary').press('Enter');
  await notice.getByRole('button').first().press('Enter');
  await page.getByRole('button', { name: 'Retour à la liste' }).waitFor();
  await takePicture(page, 'staff-person', 'fr');
  const manage = page.getByRole('button', { name: actionsFr.title, exact: true });
  expect((await manage.boundingBox())?.y).toBeLessThan(200);
  await manage.press('Enter');
  await takePicture(page, 'staff-manage', 'fr');
  expect(await page.evaluate('document.activeElement.textContent')).toBe(actionsFr.title);
  const note = await page.getByLabel(actionsFr['note.label'], { exact: true }).boundingBox();
  expect(note?.y).toBeLessThan(334);
  await page.context().close();
});
