import { describe, expect, it } from 'vitest';
import { CodeLoads } from '../../../client/src/api/code-loads.svelte.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';

/** A part whose import fails while the line is cut, and a page that counts its reloads. */
function createLoads(): {
  readonly loads: CodeLoads;
  readonly timers: HandTimers;
  readonly line: { isUp: boolean; imports: number; stuck: number; remembersFailure: boolean };
  readonly fetchPart: () => Promise<string>;
} {
  const timers = new HandTimers();
  const loads = new CodeLoads(timers);
  const line = { isUp: true, imports: 0, stuck: 0, remembersFailure: false };
  let hasFailed = false;
  loads.connect({
    loadLostStyles: () => Promise.resolve(),
    reaches: () => Promise.resolve(line.isUp),
    onstuck: () => (line.stuck += 1),
  });
  const fetchPart = (): Promise<string> => {
    line.imports += 1;
    if (line.isUp && !(line.remembersFailure && hasFailed)) return Promise.resolve('part');
    hasFailed = true;
    return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  };
  return { loads, timers, line, fetchPart };
}

describe('a part of the page’s code', () => {
  it('comes at once over a good line', async () => {
    const { loads, line, fetchPart } = createLoads();
    expect(await loads.load(fetchPart)).toBe('part');
    expect([loads.late, line.imports]).toEqual([0, 1]);
  });

  it('is retried with growing waits while the line is cut, and says so meanwhile', async () => {
    const { loads, timers, line, fetchPart } = createLoads();
    line.isUp = false;
    let part = '';
    void loads.load(fetchPart).then((loaded) => (part = loaded));
    await timers.pass(60_000);
    expect([loads.late, part]).toEqual([1, '']);
    expect(line.imports).toBeGreaterThan(4);
    expect(line.imports).toBeLessThan(10);
    line.isUp = true;
    await timers.pass(20_000);
    expect([loads.late, part, line.stuck]).toEqual([0, 'part', 0]);
  });

  it('is retried at once when the browser is online again', async () => {
    const { loads, timers, line, fetchPart } = createLoads();
    line.isUp = false;
    const loading = loads.load(fetchPart);
    await timers.pass(60_000);
    line.isUp = true;
    loads.wake();
    await settle();
    expect(loads.late).toBe(0);
    expect(await loading).toBe('part');
  });

  it('asks for a new page only if the server responds and the browser remembers the failure', async () => {
    const { loads, timers, line, fetchPart } = createLoads();
    Object.assign(line, { isUp: false, remembersFailure: true });
    void loads.load(fetchPart);
    await timers.pass(60_000);
    expect(line.stuck).toBe(0);
    line.isUp = true;
    loads.wake();
    await settle();
    expect(line.stuck).toBe(1);
  });
});

describe('a page that could not be opened', () => {
  it('is tried again once the server responds, and not after it was left', async () => {
    const { loads, timers, line } = createLoads();
    let tries = 0;
    line.isUp = false;
    loads.whenReached(() => (tries += 1));
    const cancel = loads.whenReached(() => (tries += 100));
    await timers.pass(30_000);
    expect(tries).toBe(0);
    cancel();
    line.isUp = true;
    loads.wake();
    await settle();
    expect(tries).toBe(1);
  });
});
