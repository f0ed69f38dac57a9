import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { findViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { actAs } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { done, findInboxParts, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const secretText = 'Bonjour Nadia, oui, mon chien Mirabelle attend. À 17 h 30. Merci!';
const teacherId = 3;
const learnerId = 4;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  await playTwice(learnerId);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** A skipped first attempt, and a second one with points missing. */
async function playTwice(personId: number): Promise<void> {
  const first = new ApiLearner(stack);
  await first.begin(personId);
  await first.act({ app: 'desk', type: 'skip' });
  const second = new ApiLearner(stack);
  const scene = await second.begin(personId);
  const { attachmentId, downloadsFolder } = findInboxParts(scene);
  await second.act(
    ...rightWay(scene, secretText).slice(0, -1),
    { app: 'desk', type: 'help', topic: 'attachment', step: 2 },
    { app: 'files', type: 'save-attachment', attachmentId, folderId: downloadsFolder },
    done,
  );
}

interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly frame: Frame;
  /** Console errors and page errors. */
  readonly complaints: string[];
}

/** Opens the analysis by the link beside a grade in the gradebook. */
async function openAnalysis(readerId: number, ofName: string, width = 1280): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: width > 500 ? 900 : 844 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await actAs(context, stack, readerId);
  await page.goto(`${stack.lms.publicUrl}/course/2/grades`);
  await page.getByRole('link', { name: `Analyse de la note de ${ofName}` }).click();
  await page.waitForURL(/\/review\//);
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('no frame');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  return { context, page, frame, complaints };
}

describe('the analysis of a grade, opened from the gradebook', () => {
  it('shows staff the scenes, the evidence in words and the actions, and no typed text', async () => {
    const { context, page, frame, complaints } = await openAnalysis(teacherId, 'Fatou Diallo');
    await frame.getByRole('heading', { name: 'Le travail fait par Fatou Diallo' }).waitFor();
    await frame.getByRole('heading', { name: 'La boîte de réception' }).waitFor();
    await frame.getByText('Cette activité est trop courte pour donner un niveau.').waitFor();
    await frame.getByText('Dit clairement oui ou non.').waitFor();
    await frame.getByText('Range la pièce jointe dans le dossier demandé.').waitFor();
    // The conversation guide names it too.
    const scene = frame.getByRole('article');
    await scene.getByText('Enregistre dans Téléchargements, le dossier proposé d’abord.').waitFor();
    await frame.getByRole('button', { name: 'Voir les gestes' }).press('Enter');
    await frame.getByText('A écrit un texte (12 mots)').waitFor();
    await frame.getByText('A enregistré «\u00a0Règles de sécurité.pdf\u00a0» dans').waitFor();
    expect(await frame.evaluate('document.activeElement.dataset.seq')).toBe('1');
    expect(await frame.content()).not.toContain('Mirabelle');
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leads to an earlier attempt and speaks the other language at once', async () => {
    const { context, frame } = await openAnalysis(teacherId, 'Fatou Diallo');
    const choice = frame.getByLabel('Quel essai?');
    await choice.selectOption({ index: 1 });
    await frame.getByText('La scène a été passée\u00a0: elle compte pour 0 point.').waitFor();
    await frame.getByRole('button', { name: 'English' }).click();
    await frame.getByText('The scene was skipped: it counts as 0 points.').waitFor();
    await frame.getByRole('heading', { name: 'Work by Fatou Diallo' }).waitFor();
    await context.close();
  });

  it('says that nothing of a person is kept, because they have not begun or their data were erased', async () => {
    const { context, page, frame } = await openAnalysis(teacherId, 'Mikona Awashish');
    await frame.getByText('Aucun essai de cette personne n’est gardé.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await context.close();
  });

  it('fits the frame of a phone without moving sideways', async () => {
    const { context, page, frame } = await openAnalysis(teacherId, 'Fatou Diallo', 390);
    await frame.getByRole('button', { name: 'Voir les gestes' }).click();
    await frame.getByText('L’essai est terminé').waitFor();
    const overflow = await frame.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await context.close();
  });

  it('shows a learner what they did, no level after one scene, and no key', async () => {
    const { context, page, frame, complaints } = await openAnalysis(learnerId, 'Fatou Diallo');
    await frame.getByRole('heading', { name: 'Votre résultat' }).waitFor();
    await frame.getByRole('heading', { name: 'Ce que vous avez montré' }).waitFor();
    await frame.getByRole('heading', { name: 'C’est terminé' }).waitFor();
    const words = await frame.locator('main').innerText();
    expect(words).not.toMatch(
      /niveau \d|dossier demandé|Dit clairement|Téléchargements|À travailler|gestes, un/,
    );
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('speaks the language of the browser where its address is opened in a new tab', async () => {
    const { context, frame } = await openAnalysis(learnerId, 'Fatou Diallo');
    await frame.getByRole('heading', { name: 'Votre résultat' }).waitFor();
    const { pathname } = new URL(frame.url());
    const english = await browser.newContext({ locale: 'en-CA' });
    const tab = await english.newPage();
    await tab.goto(`${stack.tool.publicUrl}${pathname}`);
    await tab.getByRole('heading', { name: shellEn['ended.title'] }).waitFor();
    expect(await tab.evaluate('document.documentElement.lang')).toBe('en-CA');
    await english.close();
    await context.close();
  });

  it('leads back to the course outside the frame', async () => {
    const { context, page, frame } = await openAnalysis(teacherId, 'Fatou Diallo');
    await frame.getByRole('link', { name: 'Retourner au cours' }).click();
    await page.waitForURL(/\/course\/\d+$/);
    expect(page.frames()).toHaveLength(1);
    await context.close();
  });
});
