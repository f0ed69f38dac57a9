/** The video meeting in the frames of an LMS: what was just said, and what to press next, are in view. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingEn } from '../../../client/src/apps/meeting/meeting.en.ts';
import { meetingFr } from '../../../client/src/apps/meeting/meeting.fr.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { findSeenMiddle } from '../../support/sight.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

const content = {
  fr: { meeting: 'Réunion', team: 'Réunion de l’équipe', schedule: 'Horaire' },
  en: { meeting: 'Meeting', team: 'Team meeting', schedule: 'Schedule' },
};

/** Runs in the frame, therefore as text. What follows a press is scrolled in the next frame. */
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

describe.each([
  { name: 'low', size: frameSize, text: '100', language: 'fr', input: 'mouse', personId: 4 },
  {
    name: 'phone',
    size: { width: 390, height: 560 },
    text: '100',
    language: 'en',
    input: 'touch',
    personId: 5,
  },
  {
    name: 'double',
    size: { width: 390, height: 844 },
    text: '200',
    language: 'en',
    input: 'touch',
    personId: 7,
  },
] as const)('in a $name frame in $language', ({ name, size, text, language, input, personId }) => {
  const say = language === 'fr' ? meetingFr : meetingEn;
  const words = content[language];
  let person: ComfortPerson;
  beforeAll(async () => {
    const context = await stack.browser.newContext({
      viewport: { width: size.width, height: 900 },
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
    });
    person = new ComfortPerson(await context.newPage(), language, input);
    const id = 1000 + personId;
    await addSceneActivity(stack, 's08-video-meeting', { id, language });
    await person.launch(stack, personId, id);
    if (text !== '100') {
      await person.openComfort();
      await person.choose('comfort.text-size', `comfort.text-size.${text}`);
      await person.closeComfort();
    }
    await person.acceptNotice();
    await person.hearIntroduction();
    await giveFrame(person.page, size);
    await person.press(person.frame.getByRole('button', { name: words.meeting, exact: true }));
    await person.press(person.frame.getByRole('button', { name: words.team }));
    await person.named(say['action.join']).waitFor();
  });
  afterAll(() => person.page.context().close());

  async function sees(place: Locator, screen: string): Promise<boolean> {
    const { page } = person;
    await page.frame({ name: 'contentframe' })?.evaluate(twoFrames);
    await takePicture(page.locator('#contentframe'), `meeting-${name}-${screen}`, language);
    const seen = await findSeenMiddle(place);
    const box = await place.boundingBox();
    return seen !== null && box !== null && Math.abs(seen.y - box.height / 2) < 4;
  }

  it.runIf(name === 'low')('shows how to join, below the beginning of the page', async () => {
    expect(await sees(person.named(say['action.join']), 'lobby')).toBe(true);
    expect(await sees(person.frame.getByRole('heading', { name: say['lobby.title'] }), 'lobby')).toBe(true);
  });

  it('shows how to show the chosen window, then what goes on', async () => {
    await person.press(person.named(say['action.join']));
    await person.press(person.named(say['waiting.next']));
    await person.press(person.named(say['share.open']));
    await person.press(person.named(words.schedule));
    expect(await sees(person.named(say['share.share']), 'picked')).toBe(true);
    await person.press(person.named(say['share.share']));
    expect(await sees(person.named(say['action.next']), 'shared')).toBe(true);
  });

  it('shows who speaks and how the sentence begins after each « Suite »', async () => {
    const lines = person.frame.getByRole('region', { name: say['captions.all'] }).getByRole('listitem');
    const unseen: number[] = [];
    for (let nth = await lines.count(); nth < 10; nth += 1) {
      await person.press(person.named(say['action.next']));
      await lines.nth(nth).waitFor();
      if (!(await sees(lines.nth(nth).locator('strong'), `line-${String(nth)}`))) unseen.push(nth);
    }
    expect(unseen).toEqual([]);
  });
});
