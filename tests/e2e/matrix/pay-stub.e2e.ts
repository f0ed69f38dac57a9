import { describe, expect, it } from 'vitest';
import { portalEn } from '../../../client/src/apps/portal/portal.en.ts';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { SceneByInputs } from '../../support/scene-by-inputs.ts';
import { openConversation, payStubPath } from '../../support/scene-paths/pay-stub-path.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const scene = SceneByInputs.setUp({
  path: payStubPath,
  picture: 's17',
  firstScreen: 'home',
  activitiesFrom: 1700,
});

describe('the scene of the pay stub', () => {
  scene.itIsPlayed();

  it('shows what a trap page asks for, and its address', async () => {
    const context = await scene.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const page = await context.newPage();
    const person = new BrowserPerson(page, 'fr', 'touch');
    const activityId = await addSceneActivity(scene.stack, payStubPath.scenario, {
      id: 1720,
      language: 'fr',
    });
    await person.launch(scene.stack, 8, activityId);
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.press(person.named('Textos'));
    await openConversation(person, /Paie des Ateliers/);
    await person.press(person.frame.getByRole('button', { name: /Voir mon talon/ }));
    await person.press(person.named('Ouvrir le lien'));
    await person.frame.getByText('Votre mot de passe de la banque').waitFor();
    const address = person.frame.getByLabel('Adresse du site');
    expect(await address.inputValue()).toBe('ateliers-boreal-paie.example/talon');
    await takePicture(page, 's17-trap', 'fr-390');
    expect(await findViolations(page)).toEqual([]);
    await context.close();
  });

  it.each([
    { width: 390, height: 844, id: 1721, personId: 6 },
    { width: 320, height: 640, id: 1722, personId: 7 },
  ])(
    'gives the words of a line the whole row when text is « Double », at $width px',
    async ({ width, height, id, personId }) => {
      const context = await scene.browser.newContext({ viewport: { width, height }, hasTouch: true });
      const page = await context.newPage();
      const person = new ComfortPerson(page, 'en', 'touch');
      const { scenario } = payStubPath;
      const activityId = await addSceneActivity(scene.stack, scenario, { id, language: 'en' });
      await person.launch(scene.stack, personId, activityId);
      await person.openComfort();
      await person.choose('comfort.text-size', 'comfort.text-size.200');
      await person.closeComfort();
      await person.acceptNotice();
      await person.hearIntroduction();
      await person.press(person.named('Internet'));
      await person.press(person.frame.getByRole('button', { name: /Pay portal/ }));
      await person.press(person.named(portalEn['pay.signIn']));
      await person.press(person.named('Last week'));
      const net = person.frame.getByRole('button', { name: /^Net pay/ });
      await person.press(net);
      await person.press(person.named('What I receive'));
      await person.frame.getByText('Marker: What I receive').waitFor();
      const row = await net.boundingBox();
      const words = await net.locator('.app-words').boundingBox();
      expect(words?.width).toBeGreaterThan(0.8 * (row?.width ?? Infinity));
      expect(row?.height).toBeLessThan(300);
      await takePicture(page, 's17-double', `en-${String(width)}`);
      await context.close();
    },
  );
});
