import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
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
});
