/** Actions of staff for one person, by keyboard and by mouse, and their effects elsewhere. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personEn } from '../../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../../client/src/i18n/catalogues/person.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { ApiLearner, launch } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { StaffVisit } from '../../support/staff-visit.ts';

const shell = { fr: shellFr, en: shellEn };
const person = { fr: personFr, en: personEn };
const [fatou, rejean] = [4, 5] as const;
const end = { app: 'frame', type: 'end' } as const;
const activities = { fr: 1201, en: 1202 } as const;

let stack: Stack;
let browser: Browser;
/** Has one attempt, in the gradebook, and asked for a review of it. */
let requester: ApiLearner;
/** Ended with a scene left to play. */
let stopper: ApiLearner;
let visit: StaffVisit;

beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** An activity of two scenes and one attempt, which both people have ended. */
async function playActivity(language: 'fr' | 'en'): Promise<void> {
  const cmid = activities[language];
  await stack.lms.control({
    command: 'addActivity',
    cmid,
    courseId: language === 'fr' ? 2 : 3,
    title: 'Atelier',
    custom: { numplus_scenes: 's02-inbox,s05-parcel', numplus_attempts: '1' },
  });
  requester = new ApiLearner(stack);
  await requester.act(...rightWay(await requester.begin(fatou, cmid, language)), done);
  await requester.act(end);
  await requester.request('POST', `/api/report/${requester.attempt.id}/review-request`, {
    text: 'Zélie était là.',
  });
  stopper = new ApiLearner(stack);
  await stopper.begin(rejean, cmid, language);
  await stopper.act(done);
  await stopper.act(end);
}

async function auditOf(subject: string): Promise<string[]> {
  const { stdout } = await stack.tool.run('audit', 'list', '--json');
  const rows = JSON.parse(stdout) as { subject: string; action: string; details: string; actor: string }[];
  const own = rows.filter((row) => row.subject === subject && row.actor.startsWith('person:'));
  return own.map(({ action, details }) => `${action} ${details}`).sort();
}

interface Scrollable {
  readonly scrollIntoView: (options: { readonly block: 'end' }) => void;
}

/** Presses the last thing in sight in a teacher's frame. */
async function pressAtTheEdge(target: Locator): Promise<void> {
  await visit.page.setViewportSize({ width: 969, height: 409 });
  await target.evaluate((button: Scrollable) => {
    button.scrollIntoView({ block: 'end' });
  });
  const box = await target.boundingBox();
  if (box === null) throw new Error('not shown');
  await visit.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Expects no violation that axe finds, and no sideways overflow. */
async function checkLook(): Promise<void> {
  expect(await findPageViolations(visit.page)).toEqual([]);
  expect(await visit.sidewaysOverflow()).toBe(0);
}

describe.each([
  { language: 'fr', width: 390, input: 'keyboard' },
  { language: 'en', width: 1280, input: 'mouse' },
] as const)('staff, in $language at $width px by $input', ({ language, width, input }) => {
  const activityId = activities[language];
  beforeAll(() => playActivity(language));
  beforeEach(async () => {
    visit = await StaffVisit.begin(stack, browser, { language, width, input, activityId });
  });
  afterEach(async () => {
    expect(visit.faults).toEqual([]);
    await visit.end();
  });

  it('reopen an attempt, and the person is welcomed back to it', async () => {
    await visit.openPerson('Réjean Tremblay');
    await checkLook();
    await visit.press(visit.button('reopen.go'));
    await visit.hear('reopen.title', 'reopen.done');
    await visit.page.getByText(visit.words['reopen.waits']).waitFor();
    expect(await visit.focused()).toBe(visit.words['reopen.title']);
    await checkLook();
    expect(await auditOf(`attempt:${stopper.attempt.id}`)).toEqual(['attempt.reopened {}']);
    const learner = await visit.page.context().newPage();
    await learner.goto((await launch(stack, rejean, `/mod/lti/launch.php?id=${String(activityId)}`)).href);
    await learner.getByRole('heading', { name: shell[language]['reopened.title'] }).waitFor();
  });

  it('answer a request once, and the person reads it in their report', async () => {
    const answer = language === 'fr' ? 'Oui, on recommence mardi.' : 'Yes, we start again on Tuesday.';
    await visit.openPerson('Fatou Diallo');
    const card = visit.card('request.title');
    await card.getByText('Zélie était là.').waitFor();
    await visit.press(visit.button('request.go'));
    await card.getByRole('alert').getByText(visit.words['request.empty']).waitFor();
    await checkLook();
    await visit.write(card.getByRole('textbox'), answer);
    await visit.press(visit.button('request.go'));
    await visit.hear('request.title', 'request.done');
    await card.getByText(answer).waitFor();
    expect(await card.getByRole('textbox').count()).toBe(0);
    expect(await visit.focused()).toBe(visit.words['request.title']);
    await checkLook();
    const { body } = await requester.request<ReportAnswer>('GET', `/api/report/${requester.attempt.id}`);
    expect(JSON.stringify(body)).toContain(answer);
    await visit.backToList();
    expect(await visit.page.getByText(visit.list['flag.review'], { exact: true }).count()).toBe(0);
  });

  it('write, change and erase a note, which survives a lost connection', async () => {
    await visit.openPerson('Fatou Diallo');
    const box = visit.page.getByLabel(visit.words['note.label'], { exact: true });
    await visit.write(box, 'Un');
    await visit.page.context().setOffline(true);
    await visit.press(visit.button('note.go'));
    await visit.hear('note.title', 'busy');
    await visit.hear('note.title', 'lost');
    await checkLook();
    expect(await box.inputValue()).toBe('Un');
    await visit.page.context().setOffline(false);
    await pressAtTheEdge(visit.button('note.go'));
    await visit.hear('note.title', 'note.done');
    const saved = await visit.page.getByText(visit.words['note.done']).boundingBox();
    expect((saved?.y ?? 409) + (saved?.height ?? 0)).toBeLessThanOrEqual(409);
    await visit.page.setViewportSize({ width, height: 800 });
    await visit.write(box, 'Deux');
    await visit.press(visit.button('note.go'));
    await visit.hear('note.title', 'note.done');
    expect(await visit.focused()).toBe(visit.words['note.go']);
    await visit.backToList();
    await visit.page.reload();
    await visit.openPerson('Fatou Diallo');
    expect(await box.inputValue()).toBe('Deux');
    const besideLevel = visit.page.locator('.sheet blockquote').getByText('Deux', { exact: true });
    await besideLevel.waitFor();
    await checkLook();
    await visit.page.emulateMedia({ media: 'print' });
    expect(await besideLevel.isVisible()).toBe(false);
    await visit.page.emulateMedia({ media: 'screen' });
    await visit.write(box, ' ');
    await visit.press(visit.button('note.go'));
    await visit.hear('note.title', 'note.gone');
    await besideLevel.waitFor({ state: 'detached' });
    expect(await auditOf(`attempt:${requester.attempt.id}`)).toEqual([
      'note.removed {"kind":"level"}',
      'note.written {"kind":"level"}',
      'note.written {"kind":"level"}',
    ]);
  });

  it('set an attempt aside with a reason, read that it is, and make it count again', async () => {
    await visit.openPerson('Fatou Diallo');
    const dialog = visit.page.getByRole('dialog');
    await visit.press(visit.button('aside.open'));
    await dialog.getByText(visit.words['aside.gradebook']).waitFor();
    await visit.press(visit.button('aside.go'));
    await dialog.getByText(visit.words['aside.reason.none']).waitFor();
    const reason = dialog.getByLabel(visit.words['aside.reason'], { exact: true });
    expect(await reason.and(visit.page.locator(':focus')).count()).toBe(1);
    await checkLook();
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await visit.page.keyboard.press('Tab');
      const outside = 'document.activeElement !== document.body && !document.activeElement.closest("dialog")';
      expect(await visit.page.evaluate(outside)).toBe(false);
    }
    await visit.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await visit.focused()).toBe(visit.words['aside.open']);
    await visit.press(visit.button('aside.open'));
    await visit.choose(reason, visit.words['reason.technical']);
    await visit.write(dialog.getByRole('textbox'), 'Panne');
    await visit.press(visit.button('aside.go'));
    await visit.hear('aside.title', 'aside.done');
    expect(await visit.focused()).toBe(visit.words['aside.title']);
    await visit.page.getByText(person[language]['aside.text']).waitFor();
    await visit.card('aside.title').getByText('Panne').waitFor();
    await checkLook();
    const shown = await stack.tool.run('attempt', 'show', requester.attempt.id, '--json');
    expect(shown.stdout).toContain('technical');
    expect((await requester.find())?.isKept).toBe(false);
    await visit.backToList();
    await visit.page.getByText(visit.list['flag.aside'].replace('{number}', '1')).waitFor();
    await visit.openPerson('Fatou Diallo');
    await visit.press(visit.button('back.go'));
    await visit.hear('aside.title', 'back.done');
    expect(await visit.focused()).toBe(visit.words['aside.title']);
    await visit.page.getByText(person[language]['aside.text']).waitFor({ state: 'detached' });
    expect((await requester.find())?.isKept).toBe(true);
    expect(await auditOf(`attempt:${requester.attempt.id}`)).toEqual(
      expect.arrayContaining(['attempt.invalidated {"reason":"technical"}', 'attempt.reinstated {}']),
    );
  });

  it('allow another attempt, pressed twice in a row, and the person may begin one', async () => {
    await visit.openPerson('Fatou Diallo');
    await visit.page.getByText(visit.words['another.after']).waitFor();
    if (input === 'mouse') await visit.button('another.go', 2).dblclick();
    else await visit.press(visit.button('another.go', 2));
    await visit.hear('another.title', 'another.done', 2);
    expect(await visit.focused()).toBe(visit.words['another.title']);
    await checkLook();
    const learner = await visit.page.context().newPage();
    await learner.goto((await launch(stack, fatou, `/mod/lti/launch.php?id=${String(activityId)}`)).href);
    await learner.getByRole('button', { name: shell[language]['finished.again'] }).waitFor();
  });

  it('change the settings of a person, which hold from the next launch and the next attempt', async () => {
    await visit.openPerson('Fatou Diallo');
    const card = visit.card('settings.title');
    await visit.tick(card.getByLabel(visit.words['settings.helper']));
    await visit.tick(card.getByLabel(visit.words['need.keyboard']));
    const forms = card.getByRole('combobox');
    const [, form = ''] = await forms.locator('option').allInnerTexts();
    await visit.choose(forms, form);
    await visit.press(visit.button('settings.go'));
    await visit.hear('settings.title', 'settings.done');
    expect(await visit.focused()).toBe(visit.words['settings.go']);
    await checkLook();
    const next = new ApiLearner(stack);
    await next.launch(fatou, activityId);
    expect((await next.request<AttemptAnswer>('GET', '/api/attempt')).body.withHelper).toBe(true);
    // The person stays over a reload.
    await visit.page.reload();
    expect(await card.getByLabel(visit.words['settings.helper']).isChecked()).toBe(true);
    expect(await card.getByLabel(visit.words['need.keyboard']).isChecked()).toBe(true);
    expect(await forms.locator('option:checked').innerText()).toBe(form);
  });
});
