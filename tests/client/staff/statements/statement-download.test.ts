// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { ApiProblem, toProblem } from '../../../../client/src/api/problem.ts';
import { StatementDownload } from '../../../../client/src/staff/statements/statement-download.svelte.ts';
import { cursorBehind, everything } from '../../../../client/src/staff/statements/statement-request.ts';
import { cursorOfLine, formatCursor } from '../../../../server/research/export-cursor.ts';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { sampleLine, StatementServer, type Trouble } from './statement-server.ts';

let server: StatementServer;
let timers: HandTimers;
let problems: string[];
let files: Blob[];
let download: StatementDownload;

beforeEach(() => {
  [server, timers, problems, files] = [new StatementServer(), new HandTimers(), [], []];
  download = begin();
});

function begin(): StatementDownload {
  const over = new ApiProblem('session.expired', 401);
  const tokens = { token: () => Promise.resolve('token'), renew: () => Promise.reject(over), present: null };
  return new StatementDownload({
    timers,
    caller: new Caller(new Http(server.fetch, timers), tokens, timers),
    onproblem: (error) => problems.push(toProblem(error).code),
    toUrl: (file) => {
      files.push(file);
      return `blob:${String(files.length)}`;
    },
  });
}

/** Longer than all tries in a row wait together. */
const longEnough = 120_000;

async function fetchAll(): Promise<void> {
  const running = download.start();
  await timers.pass(longEnough);
  await running;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const saved = async (): Promise<string | undefined> => files.at(-1)?.text();

/** Two lines, in pieces that end elsewhere. */
function smallServer(trouble: Trouble): StatementServer {
  const small = new StatementServer();
  small.lines = [1, 2].map(sampleLine);
  small.pieceBytes = 64;
  small.troubles = [trouble];
  return small;
}

/** Each byte at which a line may break, and just behind the last. */
const everyCut = Array.from({ length: bytesOf(smallServer({}).text) + 1 }, (_, at) => at);

describe('a download of statements', () => {
  it('is the file byte for byte, and complete only if nothing follows its last line', async () => {
    await fetchAll();
    expect([download.state, download.count, await saved()]).toEqual(['ready', 3, server.text]);
    expect(download.file).toEqual({ url: 'blob:1', name: 'numplus-operational.jsonl' });
    expect(server.asked).toEqual([
      '/api/activity/statements?purpose=operational',
      '/api/activity/statements?purpose=operational&after=attempt-1%3A3%3Astatement-3',
    ]);
  });

  it('is the same if the connection is cut once at any place', async () => {
    for (const cutAt of everyCut) {
      [server, files] = [smallServer({ cutAt }), []];
      download = begin();
      await fetchAll();
      expect([cutAt, download.state, files.length, await saved()]).toEqual([cutAt, 'ready', 1, server.text]);
    }
  });

  it('is the same if a proxy ends the body early at any place, as if complete', async () => {
    for (const cutAt of everyCut.slice(1)) {
      [server, files] = [smallServer({ cutAt, endsWell: true }), []];
      download = begin();
      await fetchAll();
      expect([cutAt, download.state, files.length, await saved()]).toEqual([cutAt, 'ready', 1, server.text]);
    }
  });

  it('is the same if each request gets only one line', async () => {
    server.lines = Array.from({ length: 30 }, (_, index) => sampleLine(index + 1));
    server.troubles = Array.from({ length: 29 }, () => ({ cutAt: bytesOf(sampleLine(10)) + 3 }));
    await fetchAll();
    expect([download.state, await saved()]).toEqual(['ready', server.text]);
  });

  it('continues if the connection is silent for a minute', async () => {
    server.troubles = [{ cutAt: 200, stalls: true }];
    await fetchAll();
    expect([download.state, await saved()]).toEqual(['ready', server.text]);
  });

  it('includes statements that arrived on the server meanwhile', async () => {
    server.troubles = [{ cutAt: 200 }];
    const running = download.start();
    await settle();
    server.lines = [1, 2, 3, 4].map(sampleLine);
    await timers.pass(longEnough);
    await running;
    expect(await saved()).toBe([1, 2, 3, 4].map(sampleLine).join(''));
  });

  it('requests what was chosen, also when it continues', async () => {
    download.choose({ person: 'p-1', from: '2026-11-24', to: '2026-11-25', tier: '1' });
    await fetchAll();
    const words = 'purpose=operational&person=p-1&from=2026-11-24&to=2026-11-25&tier=1';
    expect(server.asked.map((path) => path.split('?')[1])).toEqual([
      words,
      `${words}&after=attempt-1%3A3%3Astatement-3`,
    ]);
  });

  it('says that there is nothing, and makes no file', async () => {
    server.lines = [];
    await fetchAll();
    expect([download.state, files, server.asked.length]).toEqual(['empty', [], 1]);
  });

  it('continues after a line with the cursor that the server would give', () => {
    for (const line of server.lines) {
      const cursor = cursorOfLine(line);
      expect(cursorBehind(line)).toBe(cursor === undefined ? 'none' : formatCursor(cursor));
    }
  });
});

const cuts = (count: number, cutAt: number): { cutAt: number }[] =>
  Array.from({ length: count }, () => ({ cutAt }));

describe('an interrupted download', () => {
  it('stops after five tries, keeps whole lines, and continues on request', async () => {
    server.troubles = [{ cutAt: 200 }, ...cuts(5, 0)];
    await fetchAll();
    expect([download.state, download.count, download.file, files]).toEqual(['stopped', 1, null, []]);
    expect(server.asked).toHaveLength(6);
    const running = download.goOn();
    await timers.pass(longEnough);
    await running;
    expect([download.state, await saved()]).toEqual(['ready', server.text]);
    expect(server.asked[6]).toContain('after=');
  });

  it('starts again on request', async () => {
    server.troubles = [{ cutAt: 200 }, ...cuts(5, 0)];
    await fetchAll();
    const running = download.startAgain();
    await timers.pass(longEnough);
    await running;
    expect([download.state, await saved()]).toEqual(['ready', server.text]);
    expect(server.asked[6]).not.toContain('after=');
  });

  it('waits longer before each retry', async () => {
    server.troubles = cuts(5, 0);
    const running = download.start();
    const askedAfter: number[] = [];
    for (let second = 0; second < 20; second += 1) {
      await timers.pass(1_000);
      askedAfter.push(server.asked.length);
    }
    await running;
    const waits = [2, 3, 4, 5].map((tries) => askedAfter.indexOf(tries));
    expect(waits.slice(1).every((at, index) => at > (waits[index] ?? 0))).toBe(true);
    expect([download.state, askedAfter.at(-1)]).toEqual(['lost', 5]);
  });

  it.each([
    ['refuses', [{ status: 403 }], 1],
    ['cannot make the file', [500, 500, 500, 500, 500].map((status) => ({ status })), 5],
  ])('fails if the server %s', async (_what, troubles, requests) => {
    server.troubles = troubles;
    await fetchAll();
    expect([download.state, server.asked.length, files, problems]).toEqual(['not', requests, [], []]);
  });

  it('never accepts another site’s page as the file', async () => {
    server.troubles = Array.from({ length: 9 }, () => ({ text: '<html>\n<p>Sign in to this network</p>' }));
    await fetchAll();
    expect([download.state, files]).toEqual(['stopped', []]);
  });

  it('starts again for another choice, and is not changed by one while it runs', async () => {
    server.troubles = [{ cutAt: 200 }, ...cuts(5, 0)];
    const running = download.start();
    download.choose({ ...everything, tier: '1' });
    expect(download.choice).toEqual(everything);
    await timers.pass(longEnough);
    await running;
    download.choose({ ...everything, tier: '1' });
    expect([download.state, download.count, download.holdsPart]).toEqual(['none', 0, false]);
    await fetchAll();
    expect(server.asked[6]).toBe('/api/activity/statements?purpose=operational&tier=1');
  });

  it('runs once, however often it is started', async () => {
    const running = [download.start(), download.start(), download.goOn()];
    await timers.pass(longEnough);
    await Promise.all(running);
    expect(server.asked.every((path) => path.includes('purpose=operational'))).toBe(true);
    expect(files).toHaveLength(1);
  });
});

describe('the end of the session during a download', () => {
  it('is reported before anything arrived', async () => {
    server.troubles = [{ status: 401 }];
    await fetchAll();
    expect([download.state, problems]).toEqual(['not', ['session.expired']]);
  });

  it('leaves a part that is named as one, and nothing that looks complete', async () => {
    server.troubles = [{ cutAt: 200 }, { status: 401 }];
    await fetchAll();
    expect([download.state, download.count, problems]).toEqual(['over', 1, []]);
    expect(download.file?.name).toBe('numplus-operational-part.jsonl');
    expect(await saved()).toBe(sampleLine(1));
    await fetchAll();
    expect([download.state, files.length]).toEqual(['over', 1]);
  });

  it('elsewhere on the page does not delete what was downloaded with it', async () => {
    const over = new ApiProblem('session.expired', 401);
    expect(download.outlives(over)).toBe(false);
    server.troubles = [{ cutAt: 200 }, ...cuts(5, 0)];
    await fetchAll();
    expect(download.outlives(new ApiProblem('server.unexpected', 500))).toBe(false);
    expect([download.outlives(over), download.state, await saved()]).toEqual([true, 'over', sampleLine(1)]);
  });
});

describe('the line counter of a long download', () => {
  it('is updated at once, and then every five seconds at most', async () => {
    server.pieceBytes = bytesOf(sampleLine(1));
    server.troubles = [{ cutAt: server.pieceBytes * 2, stalls: true }];
    const running = download.start();
    await settle();
    expect([download.state, download.count]).toEqual(['running', 1]);
    await timers.pass(longEnough);
    await running;
    expect([download.state, download.count]).toEqual(['ready', 3]);
  });
});
