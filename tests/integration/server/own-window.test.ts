/** « Ouvrir en grand »: another window goes on with the same launch by a one-time code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem, WindowAnswer } from '../../../server/contract/session.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

const askForCode = (learner: ApiLearner): Promise<Answer<WindowAnswer & Problem>> =>
  learner.request('POST', '/api/window');

function pageWith(code: string): URL {
  return new URL(`${bench.tool.localUrl}/play/demo#code=${code}`);
}

/** What any request answers. */
async function ask(learner: ApiLearner): Promise<readonly [number, string | undefined]> {
  const { status, body } = await learner.request<Problem>('GET', '/api/attempt');
  return [status, body.code];
}

/** Opens the window of a frame. */
async function openWindow(frame: ApiLearner): Promise<ApiLearner> {
  const window = new ApiLearner(bench);
  await window.follow(pageWith((await askForCode(frame)).body.code));
  return window;
}

describe('a window of its own', () => {
  it('goes on with the attempt of the frame, whose session goes on too', async () => {
    const frame = new ApiLearner(bench);
    await frame.begin(4);
    const window = await openWindow(frame);
    expect((await window.find())?.id).toBe(frame.attempt.id);
    await window.open('the-window');
    expect((await frame.act({ app: 'frame', type: 'resume' })).body.code).toBe('attempt.epoch-stale');
    expect((await frame.find())?.writer).toBe('the-window');
  });

  it('opens by its code once, within a minute', async () => {
    const frame = new ApiLearner(bench);
    await frame.launch(5);
    const { code } = (await askForCode(frame)).body;
    await new ApiLearner(bench).follow(pageWith(code));
    await expect(new ApiLearner(bench).follow(pageWith(code))).rejects.toThrow('401 session.expired');
    const late = (await askForCode(frame)).body.code;
    bench.wait(minuteMs + 1);
    await expect(new ApiLearner(bench).follow(pageWith(late))).rejects.toThrow('401 session.expired');
  });

  it('gets no code after « Quitter », nor without a bearer', async () => {
    const frame = new ApiLearner(bench);
    await frame.launch(5);
    await frame.request('DELETE', '/api/session');
    expect([(await askForCode(frame)).status, (await askForCode(new ApiLearner(bench))).status]).toEqual([
      401, 401,
    ]);
  });

  it('does not go on once the frame was left, not even if it was closed and is restored', async () => {
    const frame = new ApiLearner(bench);
    await frame.launch(7);
    const unused = (await askForCode(frame)).body.code;
    const window = await openWindow(frame);
    await frame.request('DELETE', '/api/session');
    expect(await ask(window)).toEqual([401, 'session.expired']);
    await expect(window.refresh()).rejects.toThrow('401 session.expired');
    await expect(new ApiLearner(bench).follow(pageWith(unused))).rejects.toThrow('401 session.expired');
  });

  it.each(['the frame', 'the window'])(
    'can do nothing more in the other one after « Quitter » in %s, not even erase',
    async (where) => {
      const frame = new ApiLearner(bench);
      await frame.launch(5);
      const window = await openWindow(frame);
      const [left, other] = where === 'the frame' ? [frame, window] : [window, frame];
      expect((await left.request('DELETE', '/api/session')).status).toBe(204);
      expect(await ask(other)).toEqual([401, 'session.expired']);
      const erasure = await other.request<Problem>('POST', '/api/own-data/erase', { isSure: true });
      expect([erasure.status, erasure.body.code]).toEqual([401, 'session.expired']);
    },
  );

  it('leaves the frame its session when it only gives the game back', async () => {
    const frame = new ApiLearner(bench);
    await frame.launch(7);
    const window = await openWindow(frame);
    const { status } = await window.request('DELETE', '/api/session?goesOn=frame');
    expect(status).toBe(204);
    await expect(window.refresh()).rejects.toThrow('401 session.expired');
    await frame.refresh();
  });

  it('that a thief opened ends when the stolen token shows', async () => {
    const victim = new ApiLearner(bench);
    await victim.launch(8);
    const thief = new ApiLearner(bench);
    thief.adopt(victim.page);
    await thief.refresh();
    const stolen = await openWindow(thief);
    bench.wait(minuteMs);
    await expect(victim.refresh()).rejects.toThrow('401 session.expired');
    expect([await ask(thief), await ask(stolen)]).toEqual(Array(2).fill([401, 'session.expired']));
    await expect(stolen.refresh()).rejects.toThrow('401 session.expired');
  });

  it('ends with the launch, however many windows follow each other', async () => {
    const first = new ApiLearner(bench);
    await first.launch(6);
    let last = first;
    for (let hour = 0; hour < 9; hour += 3) {
      bench.wait(3 * hourMs);
      await last.refresh();
      last = await openWindow(last);
    }
    bench.wait(3 * hourMs - minuteMs);
    await last.refresh();
    expect(last.page.expiresInS).toBeLessThanOrEqual(60);
    bench.wait(minuteMs);
    await expect(last.refresh()).rejects.toThrow('401 session.expired');
  });
});
