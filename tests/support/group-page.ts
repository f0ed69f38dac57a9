/** The staff page of an activity in its own window, at the size that an LMS's frame may have. */
import type { Browser, Page } from 'playwright-core';
import type { ConnectionAnswer } from '../../server/contract/connection.ts';
import type { AttemptReview } from '../../server/contract/review.ts';
import type { ActivityAnswer } from '../../server/contract/teach.ts';
import { launch } from './api-learner.ts';
import { rewriteAnswers } from './rewrite-answer.ts';
import type { OpenStack } from './stack.ts';

const teacherId = 3;

export interface GroupLook {
  readonly language: 'fr' | 'en';
  readonly width: number;
  readonly height: number;
  /** Replaces the server's answer. */
  readonly activity?: (answer: ActivityAnswer) => ActivityAnswer;
  /** Replaces a person's review. */
  readonly review?: (answer: AttemptReview) => AttemptReview;
  /** The platform cannot read our keys; only the answer says so, since names would be missing too. */
  readonly keysUnread?: boolean;
  /** Runs in the page before its own scripts. */
  readonly script?: string;
}

/** Resolves when the list is shown. The caller closes the browser context. */
export async function openGroupPage(stack: OpenStack, browser: Browser, look: GroupLook): Promise<Page> {
  const { language, width, height, activity, review, script, keysUnread = false } = look;
  const context = await browser.newContext({ viewport: { width, height } });
  if (script !== undefined) await context.addInitScript(script);
  const page = await context.newPage();
  if (activity !== undefined) await rewriteAnswers(page, '**/api/activity', activity);
  if (keysUnread) {
    await rewriteAnswers<ConnectionAnswer>(page, '**/api/activity/connection', () => ({
      keysUnread: { product: 'moodle', host: 'num.example.org', port: '443' },
    }));
  }
  if (review !== undefined) await rewriteAnswers(page, '**/api/review/*', review);
  const address = await launch(stack, teacherId, '/mod/lti/launch.php?id=2');
  await page.goto(address.href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Fatou Diallo').first().waitFor();
  return page;
}
