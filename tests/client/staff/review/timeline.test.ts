import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffReview } from '../../../../server/contract/review.ts';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import Timeline from '../../../../client/src/staff/review/Timeline.svelte';
import { HandTimers, settle } from '../../support/hand-timers.ts';

let status: number;
let problems: unknown[];

const review = {
  attempt: { id: 'attempt-1' },
  scenes: [],
  timeZone: 'America/Montreal',
} as unknown as StaffReview;

function show(): void {
  const timers = new HandTimers();
  const fetch = (): Promise<Response> => {
    const body = status === 200 ? { entries: [], nextFrom: null } : { code: 'request.not-found', params: {} };
    return Promise.resolve(Response.json(body, { status }));
  };
  const tokens = {
    present: 'token',
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
  };
  const caller = new Caller(new Http(fetch, timers), tokens, timers);
  render(Timeline, { review, caller, onproblem: (error: unknown) => problems.push(error) });
}

async function ask(): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name: 'Voir les gestes' }));
  await settle();
}

beforeEach(() => {
  locale.current = 'fr';
  status = 200;
  problems = [];
});
afterEach(cleanup);

describe('the actions of an attempt', () => {
  it('say in their place that they could not be loaded, and are loaded on request', async () => {
    status = 404;
    show();
    await ask();
    expect(screen.getByRole('alert').textContent).toContain('La suite n’arrive pas');
    status = 200;
    await ask();
    expect(screen.getByRole('alert').textContent).not.toContain('La suite');
    screen.getByText('La liste est complète.');
    expect(problems).toEqual([]);
  });

  it('report the end of the session', async () => {
    status = 401;
    show();
    await ask();
    expect(problems.map((error) => toProblem(error).status)).toEqual([401]);
  });
});
