/** The learner's report on its page, with a stub of the server. */
import { render, screen } from '@testing-library/svelte';
import Report from '../../../client/src/report/Report.svelte';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { LearnerReport, ReportAnswer, ReportResult } from '../../../server/contract/report.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';

export const bar = { level: 3, between: null, from: 40, at: 55, to: 70 } as const;
export const attempt = {
  id: 'attempt-2',
  number: 2,
  status: 'finished',
  startedAt: 1_764_000_000_000,
} as const;

export function reportWith(result: ReportResult, change: Partial<LearnerReport> = {}): LearnerReport {
  return {
    activity: { fr: 'Semaine du groupe du matin', en: 'Morning group week' },
    attempt,
    practice: false,
    scenes: [{ sceneId: '1', title: { fr: 'Le colis', en: 'The parcel' }, status: 'done' }],
    strengths: [],
    shown: [{ dimension: 'SEC', words: { fr: 'Vous avez averti l’équipe.', en: 'You warned the team.' } }],
    result,
    nextSteps: [],
    isPilot: true,
    request: null,
    counting: null,
    ...change,
  };
}

export const level = (change: Partial<Extract<ReportResult, { kind: 'level' }>> = {}): ReportResult => ({
  kind: 'level',
  overall: bar,
  dimensions: [],
  skipped: 0,
  change: null,
  ...change,
});

interface Shown {
  readonly requests: { method: string; path: string; body?: unknown }[];
}

export async function show(
  report: LearnerReport | null,
  fails = { ask: false, load: false },
  earlier: ReportAnswer['attempts'] = [],
): Promise<Shown> {
  const requests: Shown['requests'] = [];
  const answer: ReportAnswer = {
    report,
    attempts: report === null ? [] : [{ ...attempt, isAnswered: false }, ...earlier],
    timeZone: 'UTC',
  };
  const caller = {
    retried: <Answer>(request: { method: string; path: string; body?: unknown }): Promise<Answer> => {
      requests.push(request);
      const isAsk = request.method === 'POST';
      if (isAsk ? fails.ask : fails.load) return Promise.reject(new Error('no connection'));
      const asked = {
        state: 'asked',
        askedAt: 1_764_000_000_000,
        text: 'Mon mot',
        answeredAt: null,
        answer: null,
      };
      // The fake server responds whatever the page requested.
      return Promise.resolve((isAsk ? asked : answer) as Answer);
    },
  };
  const reader = new ReadAloud(null, new HandTimers());
  render(Report, { attemptId: 'attempt-2', caller, reader, returnUrl: null });
  await settle();
  return { requests };
}

export const text = (): string => screen.getByRole('main').textContent;
