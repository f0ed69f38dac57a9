/** How engines other than Chromium come into the activity when they refuse it cookies in the course. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { launchPageTexts } from '../../../server/http/lti/launch-pages/launch-page-words.ts';
import { openDisplay } from '../../support/display.ts';
import { EnginePerson } from '../../support/engines/engine-person.ts';
import type { Engine, EngineTab } from '../../support/engines/engine.ts';
import { hasFirefox, startFirefox } from '../../support/engines/firefox.ts';
import { hasWebKit, startWebKit } from '../../support/engines/webkit.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const texts = launchPageTexts.fr.login;
const display = await openDisplay();
afterAll(() => display?.close());

let stack: Stack;
let engine: Engine;
let course: EngineTab;

function use(start: () => Promise<Engine>, https = true): void {
  beforeAll(async () => {
    [stack, engine] = await Promise.all([startStack({ forBrowser: true, https }), start()]);
    course = await engine.openTab();
  });
  afterEach(() => stack.lms.control({ command: 'setStorage', mode: 'none' }));
  afterAll(async () => {
    await engine.close();
    await stack.close();
  });
}

async function openCourse(): Promise<EnginePerson> {
  const person = new EnginePerson(course, 'frame');
  await person.open(stack, 4, '/activity/2');
  return person;
}

/** One press, and the activity is there; it outlives a reload. */
async function playInWindow(person: EnginePerson): Promise<void> {
  const tab = await engine.awaitTab(() => person.press(texts.openWindow));
  const opened = new EnginePerson(tab, 'window');
  await opened.seeButton(shellFr['notice.accept']);
  await opened.reload();
  await opened.seeButton(shellFr['notice.accept']);
  await tab.close();
  await person.seeText(texts.opened);
}

const refusing = [
  {
    name: 'Firefox that refuses the tool every cookie in the course',
    isHere: hasFirefox(),
    remembers: false,
    start: () => startFirefox({ 'network.cookie.cookieBehavior': 1 }),
  },
  {
    name: 'WebKit',
    isHere: hasWebKit() && display !== null,
    remembers: true,
    start: () => startWebKit(display?.name ?? ''),
  },
];

for (const { name, isHere, remembers, start } of refusing)
  describe.skipIf(!isHere)(name, () => {
    use(start);

    it('goes on by the storage of the platform', async () => {
      await stack.lms.control({ command: 'setStorage', mode: 'parent' });
      const person = await openCourse();
      await person.seeButton(shellFr['notice.accept']);
      await person.reload();
      await person.seeButton(shellFr['notice.accept']);
    });

    it('says when the browser did not allow it, and opens in a new window by one press', async () => {
      const person = await openCourse();
      await person.press(texts.allow);
      await person.seeText(texts.denied);
      await playInWindow(person);
    });

    it('offers at the next launch only the press that worked, if the browser has storage for it', async () => {
      const person = await openCourse();
      await person.seeButton(texts.openWindow);
      expect(await person.has(texts.allow)).toBe(!remembers);
      await playInWindow(person);
    });
  });

describe.skipIf(!hasWebKit() || display === null)('WebKit without https, as in the demo', () => {
  use(() => startWebKit(display?.name ?? ''), false);

  it('opens in a new window by one press', async () => {
    await playInWindow(await openCourse());
  });
});
