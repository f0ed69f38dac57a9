/** The note beside or over a page of the browser app: nothing in it is covered or cut, whatever the frame and the size of text. */
import { expect, it } from 'vitest';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { lookAt } from '../../support/sight.ts';

const stack = setUpBrowserStack();

it.each([
  { width: 969, height: 409, text: '100', id: 2701 },
  { width: 969, height: 409, text: '150', id: 2702 },
  { width: 1366, height: 518, text: '100', id: 2703 },
  { width: 1280, height: 660, text: '125', id: 2704 },
  { width: 1280, height: 660, text: '150', id: 2705 },
  { width: 1366, height: 800, text: '100', id: 2706 },
  { width: 700, height: 800, text: '100', id: 2707 },
  { width: 390, height: 844, text: '100', id: 2708 },
] as const)(
  'shows all of the note with text of $text % in $width × $height px',
  async ({ width, height, text, id }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const person = new BrowserPerson(page, 'fr', 'mouse');
    const { frame } = person;
    await person.launch(stack, 5, await addSceneActivity(stack, 's07-recycling', { id, language: 'fr' }));
    await giveFrame(page, { width, height });
    await chooseTextSize(person, text);
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.fill(frame.getByRole('searchbox'), 'écocentre samedi');
    await page.keyboard.press('Enter');
    await person.press(frame.getByRole('link', { name: 'Écocentre', exact: true }).first());
    await frame.getByRole('heading', { name: 'Écocentre', level: 3 }).waitFor();
    await person.press(person.named(browserFr['note.open'].replace('{name}', 'Rosa')));
    await frame.getByRole('radio').first().waitFor();
    const shown = page.frame({ name: 'contentframe' });
    if (shown === null) throw new Error('no frame');
    const { faults } = await lookAt(shown);
    await takePicture(page.locator('#contentframe'), 'note', `${text}-${width}`);
    expect(faults).toEqual([]);
    await context.close();
  },
);
