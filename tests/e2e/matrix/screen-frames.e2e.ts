/** Every screen around a scene in the frames that an LMS gives: nothing is cut or covered, or moves by itself. */
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { dropShifts, takeShifts, watchShifts } from '../../support/layout-shifts.ts';
import { doubleLooks, type Look, ScreenLooks, usualLooks } from '../../support/screen-looks.ts';
import { openShortWeek, walkLearnerScreens } from '../../support/screen-walk.ts';

const stack = setUpBrowserStack();

interface Walk {
  readonly language: 'fr' | 'en';
  readonly input: 'mouse' | 'touch';
  readonly personId: number;
  readonly shown: { readonly width: number; readonly height: number };
  /** Of scenes and their parts; what the page does in them depends on the text size that the person chose. */
  readonly sceneLooks: readonly Look[];
  readonly looks: readonly Look[];
}

const [low, , , , smallPhone] = usualLooks as readonly [Look, Look, Look, Look, Look];
const walks: readonly Walk[] = [
  {
    language: 'fr',
    input: 'mouse',
    personId: 6,
    shown: { width: 969, height: 409 },
    sceneLooks: usualLooks,
    looks: [...usualLooks, ...doubleLooks],
  },
  {
    language: 'en',
    input: 'touch',
    personId: 7,
    shown: { width: 390, height: 844 },
    sceneLooks: [low, smallPhone],
    looks: [low, smallPhone, ...doubleLooks],
  },
];

it.each(walks)(
  'a learner’s screens keep their words and their main button in sight, and do not move: $language',
  async ({ language, input, personId, shown, looks, sceneLooks }) => {
    const person = await openShortWeek(stack, stack.browser, {
      language,
      input,
      personId,
      shown,
      script: watchShifts,
    });
    const screens = new ScreenLooks(person.page, language, shown);
    await walkLearnerScreens(person, async (screen) => {
      const frame = person.page.frame({ name: 'contentframe' });
      if (frame === null) throw new Error('the page has no frame of the tool');
      screens.findings.push(...(await takeShifts(frame)).map((shift) => `${screen}: ${shift}`));
      await screens.see(screen, screen === 'scene' || screen === 'help' ? sceneLooks : looks);
      await dropShifts(frame);
    });
    await person.page.context().close();
    expect(screens.findings).toEqual([]);
  },
);
