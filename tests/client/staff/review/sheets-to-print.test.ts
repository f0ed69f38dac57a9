import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import SheetsToPrint from '../../../../client/src/staff/review/SheetsToPrint.svelte';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { sampleReview } from './sample-review.ts';

const people = [
  { attemptId: 'attempt-1', name: 'Ada' },
  { attemptId: 'attempt-2', name: 'Bo' },
];

let asked: string[];
/** Status of the response about an attempt, if it is not the sheet. */
let refusals: Record<string, number>;
let problems: number[];

beforeEach(() => {
  locale.current = 'fr';
  asked = [];
  refusals = {};
  problems = [];
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(): Promise<void> {
  const timers = new HandTimers();
  const fetch = (path: string): Promise<Response> => {
    asked.push(path);
    const id = path.slice('/api/review/'.length);
    const status = refusals[id];
    if (status !== undefined) return Promise.resolve(Response.json({ code: 'x', params: {} }, { status }));
    const { attempt } = sampleReview();
    return Promise.resolve(Response.json(sampleReview({ attempt: { ...attempt, id } })));
  };
  const tokens = {
    present: 'token',
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
  };
  render(SheetsToPrint, {
    people,
    caller: new Caller(new Http(fetch as typeof globalThis.fetch, timers), tokens, timers),
    onproblem: (error: unknown) => problems.push(toProblem(error).status),
    onback: () => undefined,
  });
  await settle();
}

function names(): string[] {
  return screen.getAllByRole('article').map((sheet) => sheet.querySelector('h2')?.textContent ?? '');
}

describe('sheets of several people', () => {
  it('are loaded one after the other, each below its name, and printed together', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await show();
    expect(asked).toEqual(['/api/review/attempt-1', '/api/review/attempt-2']);
    expect(names()).toEqual(['Ada', 'Bo']);
    expect(screen.getByRole('status').textContent).toBe('2 fiches sont prêtes, une par page.');
    await fireEvent.click(screen.getByRole('button', { name: 'Imprimer les 2 fiches' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('that failed are named, and only those are loaded again', async () => {
    refusals = { 'attempt-2': 404 };
    await show();
    expect(screen.getByRole('status').textContent).toContain('1 fiche sur 2');
    refusals = {};
    await fireEvent.click(screen.getByRole('button', { name: 'Redemander les autres' }));
    await settle();
    expect(asked).toEqual(['/api/review/attempt-1', '/api/review/attempt-2', '/api/review/attempt-2']);
    expect(names()).toEqual(['Ada', 'Bo']);
  });

  it('report the end of the session', async () => {
    refusals = { 'attempt-1': 401 };
    await show();
    expect(problems).toEqual([401]);
  });
});
