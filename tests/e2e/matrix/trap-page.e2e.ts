/** A person follows a phishing link and enters data in its page (S05). */
import { expect, it } from 'vitest';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import { BrowserPerson, type Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { pointsOfItems, readOutcome } from '../../support/outcome.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const typed = { name: 'Zéphirine Cachette', account: '9081726354', password: 'dans-ma-poche-42' };

const stack = setUpBrowserStack();

/** Opens the message that looks like human resources and follows its link. */
async function followTheLink(person: BrowserPerson): Promise<void> {
  await person.press(person.frame.getByRole('button', { name: /Confirme ton dépôt direct/ }));
  await person.press(person.frame.getByRole('button', { name: /Confirmer mon dépôt direct/ }));
  await person.press(person.named(kitFr['link.open']));
  await person.frame.getByRole('heading', { name: 'Dépôt direct' }).waitFor();
}

/** Fills in the phishing page and submits it. */
async function handOver(person: BrowserPerson): Promise<void> {
  const { frame } = person;
  await person.fill(frame.getByLabel('Votre nom'), typed.name);
  await person.fill(frame.getByLabel('Numéro de compte'), typed.account);
  await person.fill(frame.getByLabel('Mot de passe de la banque'), typed.password);
  await person.press(person.named('Confirmer'));
  await frame.getByRole('heading', { name: 'Merci' }).and(frame.locator(':focus')).waitFor();
}

/** Goes back to the emptied form and to the message, where Escape closes the address. */
async function goBack(person: BrowserPerson): Promise<void> {
  const { frame } = person;
  await person.press(person.named(browserFr['go.back']));
  await frame.getByRole('heading', { name: 'Dépôt direct' }).waitFor();
  expect(await frame.getByLabel('Numéro de compte').inputValue()).toBe('');
  const mail = person.appButton('mail');
  await person.press(mail);
  await frame.getByRole('heading', { name: 'Confirme ton dépôt direct' }).waitFor();
  expect(await mail.and(frame.locator(':focus')).count()).toBe(1);
  const link = frame.getByRole('button', { name: /Confirmer mon dépôt direct/ });
  await person.press(link);
  await person.named(kitFr['link.open']).waitFor();
  await person.page.keyboard.press('Escape');
  await link.and(frame.locator(':focus')).waitFor();
  expect(await person.named(kitFr['link.open']).count()).toBe(0);
}

it.each<{ input: Input; width: number; personId: number }>([
  { input: 'keyboard', width: 1280, personId: 4 },
  { input: 'touch', width: 390, personId: 6 },
])(
  'moves the focus there and back by $input, stores nothing of what was typed, and counts the submission',
  async ({ input, width, personId }) => {
    const activityId = await addSceneActivity(stack, 's05-parcel', { id: 1500 + personId, language: 'fr' });
    const context = await stack.browser.newContext({
      viewport: { width, height: 844 },
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
    });
    const person = new BrowserPerson(await context.newPage(), 'fr', input);
    const sent: string[] = [];
    person.page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
    await person.launch(stack, personId, activityId);
    await person.acceptNotice();
    await person.hearIntroduction();

    await followTheLink(person);
    expect(await person.appButton('browser').and(person.frame.locator(':focus')).count()).toBe(1);
    await handOver(person);
    await goBack(person);
    await person.press(person.named(mailFr['action.report']));
    await person.frame.getByText(mailFr['said.reported']).first().waitFor();
    const { text } = await person.readBrowserStorage();
    await person.finishScene();
    await person.leaveScene();
    const outcome = await readOutcome(stack, personId, activityId);

    const everywhere = [...sent, text, JSON.stringify(outcome.statements)].join('\n');
    for (const secret of Object.values(typed)) expect(everywhere).not.toContain(secret);
    expect(sent.join('\n')).toContain('"submit-data"');
    expect(outcome.verbs).toContain('submit');
    // One danger reported and both good messages kept, but data given: two of four points for safety, none for a warning.
    expect(pointsOfItems(outcome)).toEqual([2, 0]);
    await context.close();
  },
);
