import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import type { Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { speechStub } from '../../support/speech-stub.ts';

interface Case {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly personId: number;
  /** The first activity of the course if missing. */
  readonly activityId?: number;
}

const cases: readonly [Case, Case, Case] = [
  { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 4 },
  { language: 'en', input: 'keyboard', width: 1280, height: 800, personId: 5 },
  { language: 'fr', input: 'touch', width: 390, height: 844, personId: 6 },
];

const white = 'rgb(255, 255, 255)';
const black = 'rgb(0, 0, 0)';

const stack = setUpBrowserStack();

/** Opens the notice, with a voice in each language. */
async function open(each: Case, options: BrowserContextOptions = {}): Promise<ComfortPerson> {
  const { width, height, input, language, personId, activityId } = each;
  const context = await stack.browser.newContext({
    viewport: { width, height },
    hasTouch: input === 'touch',
    ...options,
  });
  const voices = ['fr-CA', 'en-CA'].map((lang) => ({ lang, localService: true }));
  await context.addInitScript(speechStub({ voices, finishes: true }));
  const person = new ComfortPerson(await context.newPage(), language, input);
  await person.launch(stack, personId, activityId);
  await person.shellButton('notice.accept').waitFor();
  return person;
}

/** Violations that axe finds, and whether the screen is wider than its window. */
async function look(person: ComfortPerson, screen: string): Promise<string[]> {
  const found = (await findViolations(person.page)).map((line) => `${screen} ${line}`);
  await takePicture(person.page, `frame-${screen}`, person.language);
  const overflow = await person.sidewaysOverflow();
  return overflow > 0 ? [...found, `${screen} is ${overflow} px wider than its window`] : found;
}

// First, because settings stay with a person: this ends with the usual ones.
describe('a device that asks for dark colours', () => {
  it.each(cases)('gets them, and high contrast replaces them: $width px', async (each) => {
    const { language } = each;
    const activityId = await addSceneActivity(stack, 's02-inbox', { id: 1000 + each.personId, language });
    const person = await open({ ...each, activityId }, { colorScheme: 'dark' });
    const findings: string[] = [];
    const dark = await person.looks();
    expect(dark.paper).not.toBe(white);
    findings.push(...(await look(person, 'the notice in the dark')));
    await person.acceptNotice();
    await person.hearIntroduction();
    findings.push(...(await look(person, 'the scene in the dark')));
    await person.openComfort();
    findings.push(...(await look(person, 'the settings in the dark')));
    await person.choose('comfort.contrast', 'comfort.contrast.high');
    expect(await person.looks()).toMatchObject({ paper: white, ink: black });
    await person.closeComfort();
    findings.push(...(await look(person, 'the scene in high contrast')));
    await person.openComfort();
    await person.choose('comfort.contrast', 'comfort.contrast.system');
    expect((await person.looks()).paper).toBe(dark.paper);
    expect(findings).toEqual([]);
    await person.page.context().close();
  });
});

describe('the comfort settings', () => {
  it.each(cases)('take effect at once by $input in $language at $width px', async (each) => {
    const person = await open(each);
    const findings: string[] = [];
    const see = async (screen: string): Promise<void> => {
      findings.push(...(await look(person, screen)));
    };
    const usual = await person.looks();
    expect(usual.textPx).toBe(18);
    await person.openComfort();
    await see('comfort');
    await person.choose('comfort.text-size', 'comfort.text-size.200');
    expect((await person.looks()).textPx).toBe(36);
    await see('comfort-double');
    await person.choose('comfort.text-size', 'comfort.text-size.125');
    expect((await person.looks()).textPx).toBe(22.5);
    await person.choose('comfort.contrast', 'comfort.contrast.high');
    expect(await person.looks()).toMatchObject({ paper: white, ink: black });
    await see('comfort-high');
    await person.choose('comfort.motion', 'comfort.motion.off');
    expect(usual.quick).not.toBe('0s');
    expect((await person.looks()).quick).toBe('0s');
    await person.choose('comfort.voice', 'comfort.voice.off');
    expect(await person.settings.getByText(person.comfortWord('comfort.sample')).count()).toBe(0);
    await person.closeComfort();
    expect(await person.hasFocus(person.shellButton('bar.comfort'))).toBe(true);
    expect(await person.shellButton('listen').count()).toBe(0);
    expect(findings).toEqual([]);
    await person.page.context().close();
  });

  it.each(cases)('are kept over a reload and into the scene: $input, $width px', async (each) => {
    const person = await open(each);
    const findings: string[] = [];
    await person.openComfort();
    await person.choose('comfort.text-size', 'comfort.text-size.150');
    await person.choose('comfort.contrast', 'comfort.contrast.high');
    await person.choose('comfort.voice', 'comfort.voice.off');
    await person.closeComfort();
    await person.acceptNotice();
    await person.hearIntroduction();
    findings.push(...(await look(person, 'the list')));
    // A scene in which something was done resumes.
    await person.press(person.frame.locator('[data-row="m5"]'));
    await person.reload(person.shellButton('tool.help'));
    expect(await person.looks()).toMatchObject({ textPx: 27, paper: white, ink: black });
    expect(await person.shellButton('listen').count()).toBe(0);
    findings.push(...(await look(person, 'the message')));
    await person.openComfort();
    await person.choose('comfort.voice', 'comfort.voice.on');
    await person.closeComfort();
    await person.shellButton('listen').first().waitFor();
    expect(findings).toEqual([]);
    await person.page.context().close();
  });

  it('fit a phone when the fonts do not load', async () => {
    const [, , phone] = cases;
    const activityId = await addSceneActivity(stack, 's02-inbox', { id: 1020, language: 'fr' });
    const person = await open({ ...phone, width: 320, activityId });
    await person.page.route('**/*.woff2', (route) => route.abort());
    await person.openComfort();
    const findings: string[] = [];
    for (const size of ['125', '150', '200'] as const) {
      await person.choose('comfort.text-size', `comfort.text-size.${size}`);
      await person.closeComfort();
      await person.reload(person.shellButton('notice.accept'));
      findings.push(...(await look(person, `the notice at ${size} %`)));
      await person.openComfort();
    }
    await person.closeComfort();
    await person.acceptNotice();
    await person.hearIntroduction();
    findings.push(...(await look(person, 'the scene')));
    await person.page.unrouteAll({ behavior: 'wait' });
    await person.press(person.frame.locator('[data-row="m5"]'));
    await person.reload(person.shellButton('tool.done'));
    findings.push(...(await look(person, 'the message')));
    expect(findings).toEqual([]);
    await person.page.context().close();
  });

  it('change the language at once and for good', async () => {
    const person = await open({ ...cases[0], personId: 7 });
    await person.openComfort();
    await person.chooseLanguage('English');
    await person.settings.getByRole('heading', { name: person.comfortWord('comfort.title', 'en') }).waitFor();
    expect((await person.looks()).language).toBe('en-CA');
    expect(await look(person, 'the settings in the other language')).toEqual([]);
    await person.closeComfort('en');
    await person.reload(person.named('I understand, let’s start'));
    expect((await person.looks()).language).toBe('en-CA');
    await person.page.context().close();
  });
});
