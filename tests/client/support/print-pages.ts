/** The pages about an attempt as text, rendered as on a server: for tests that have real answers of the API. */
import { render } from 'svelte/server';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import ReportSheet from '../../../client/src/report/ReportSheet.svelte';
import PersonSheet from '../../../client/src/staff/review/PersonSheet.svelte';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { LearnerReport } from '../../../server/contract/report.ts';
import type { StaffReview } from '../../../server/contract/review.ts';
import { HandTimers } from './hand-timers.ts';

export function printPages(
  language: 'fr' | 'en',
  report: LearnerReport,
  review: StaffReview,
): { readonly reportPage: string; readonly sheet: string } {
  const before = locale.current;
  locale.current = language;
  const reader = new ReadAloud(null, new HandTimers());
  const onask = () => Promise.reject(new Error('nothing is asked here'));
  const page = render(ReportSheet, { props: { report, timeZone: 'UTC', reader, onask } });
  const sheet = render(PersonSheet, { props: { review } });
  const texts = { reportPage: textOf(page.body), sheet: textOf(sheet.body) };
  locale.current = before;
  return texts;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function textOf(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/&[a-z]+;/gu, (entity) => entities[entity] ?? ' ')
    .replaceAll(/\s+/gu, ' ');
}
