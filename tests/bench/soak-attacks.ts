/** One of each attacker: what it sends, and how often. All bounded: `perSecond` requests, few of them at a time. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { ApiLearner } from '../support/api-learner.ts';
import type { TestLms } from '../support/lti-lms.ts';
import { loginAt } from '../support/stub-launch.ts';
import { launchAs } from './soak-process.ts';

export interface Attack {
  readonly perSecond: number;
  /** Most under way; a strike that finds as many is left out. */
  readonly atOnce: number;
  /** Returns the status; throws if there was none. */
  readonly strike: () => Promise<number>;
}

const json = { 'content-type': 'application/json' };

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const guess = (): string => randomBytes(32).toString('base64url');

/** @param toolUrl address that honest learners use too */
export async function prepareAttacks(
  toolUrl: string,
  lms: TestLms,
): Promise<Readonly<Record<string, Attack>>> {
  const ask = async (path: string, init: RequestInit): Promise<number> => {
    const response = await fetch(toolUrl + path, { method: 'POST', redirect: 'manual', ...init });
    await response.arrayBuffer();
    return response.status;
  };
  const bomb = gzipSync(nested(500_000), { level: 9 });
  const writer = await Flooder.enter(toolUrl, lms, 'writer');
  const filler = await Flooder.enter(toolUrl, lms, 'filler');
  const slow = await Flooder.enter(toolUrl, lms, 'slow');
  return {
    'compressed bodies': {
      perSecond: 8,
      atOnce: 10,
      strike: () =>
        ask('/api/session', { headers: { ...json, 'content-encoding': 'gzip' }, body: new Uint8Array(bomb) }),
    },
    'nested bodies': {
      perSecond: 8,
      atOnce: 10,
      strike: () => ask('/api/session', { headers: json, body: nested(4_000) }),
    },
    'writes, a hundred at a time': {
      perSecond: 24,
      atOnce: 1,
      strike: () => writer.flood((at) => ({ app: 'mail', type: 'write', typed: `x${at}` })),
    },
    'readings of the long scene': {
      perSecond: 10,
      atOnce: 4,
      strike: async () => (await writer.learner.scene()).status,
    },
    'actions to fill the outbox': {
      perSecond: 2,
      atOnce: 1,
      strike: () =>
        filler.flood((at) => ({ app: 'mail', type: 'folder', folder: at % 2 === 0 ? 'sent' : 'inbox' })),
    },
    'logins without a launch': {
      perSecond: 20,
      atOnce: 10,
      strike: async () => ((await loginAt(toolUrl, lms)).state === '' ? 0 : 302),
    },
    'launches with a forged signature': {
      perSecond: 5,
      atOnce: 10,
      strike: () => launchForged(toolUrl, lms, ask),
    },
    'guessed states': {
      perSecond: 10,
      atOnce: 10,
      strike: () => ask('/lti/launch', { body: new URLSearchParams({ state: guess(), id_token: guess() }) }),
    },
    'guessed codes': {
      perSecond: 10,
      atOnce: 10,
      strike: () => ask('/api/session', { headers: json, body: JSON.stringify({ code: guess() }) }),
    },
    'guessed bearers': {
      perSecond: 20,
      atOnce: 10,
      strike: () => ask('/api/attempt', { method: 'GET', headers: { authorization: `Bearer ${guess()}` } }),
    },
    'slow bodies': { perSecond: 5, atOnce: 100, strike: () => sendSlowly(toolUrl, slow.learner) },
    'bodies cut off': { perSecond: 5, atOnce: 10, strike: () => cutOff(toolUrl) },
  };
}

const batchSize = 100;
const refreshAfterMs = 10 * 60_000;

/** A learner who sends whole batches, the same again while it is refused, and begins anew once the scene is full. */
class Flooder {
  readonly learner: ApiLearner;
  #batch: Parameters<ApiLearner['send']>[0] = [];
  #sent = 0;
  #openedAt = performance.now();

  private constructor(learner: ApiLearner) {
    this.learner = learner;
  }

  static async enter(toolUrl: string, lms: TestLms, subject: string): Promise<Flooder> {
    const learner = new ApiLearner({ lms: { publicUrl: '' }, tool: { localUrl: toolUrl } });
    learner.adopt(await launchAs(toolUrl, lms, subject));
    const flooder = new Flooder(learner);
    await flooder.#begin();
    return flooder;
  }

  async flood(make: (at: number) => WorldAction): Promise<number> {
    if (performance.now() - this.#openedAt > refreshAfterMs) {
      this.#openedAt = performance.now();
      await this.learner.refresh();
    }
    if (this.#batch.length === 0) {
      const from = this.#sent;
      this.#batch = this.learner.number(Array.from({ length: batchSize }, (_, at) => make(from + at)));
      this.#sent += batchSize;
    }
    const { status, body } = await this.learner.send(this.#batch);
    if (status === 200 && this.learner.attempt.actionSeq >= (this.#batch.at(-1)?.actionSeq ?? 0)) {
      this.#batch = [];
    } else if (body.code === 'scene.full' || body.code === 'attempt.backlog') {
      this.#batch = [];
      const ended = await this.learner.act({ app: 'frame', type: 'end' });
      if (ended.status === 200) await this.#begin();
    }
    return status;
  }

  async #begin(): Promise<void> {
    await this.learner.startAttempt();
    await this.learner.act({ app: 'mail', type: 'compose' });
  }
}

type Ask = (path: string, init: RequestInit) => Promise<number>;

async function launchForged(toolUrl: string, lms: TestLms, ask: Ask): Promise<number> {
  const { state, nonce, cookie } = await loginAt(toolUrl, lms);
  const [kid = ''] = lms.keySet.keys.map((key) => key.kid);
  const parts = [{ alg: 'RS256', typ: 'JWT', kid }, lms.claims(`${toolUrl}/lti/launch`, nonce)];
  const token = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const forged = randomBytes(256).toString('base64url');
  const body = new URLSearchParams({ state, id_token: [...token, forged].join('.') });
  return ask('/lti/launch', { headers: { cookie }, body });
}

/** As many seconds does a slow body take. */
const slowBytes = 20;

async function sendSlowly(toolUrl: string, learner: ApiLearner): Promise<number> {
  const socket = await open(toolUrl);
  const path = `/api/attempts/${learner.attempt.id}/actions`;
  const head = [`authorization: Bearer ${learner.token}`, `content-length: ${slowBytes}`];
  post(socket, path, head, '{');
  const timer = setInterval(() => socket.write(' '), 1_000);
  try {
    return await readStatus(socket);
  } finally {
    clearInterval(timer);
    socket.destroy();
  }
}

async function cutOff(toolUrl: string): Promise<number> {
  const socket = await open(toolUrl);
  post(socket, '/api/session', ['content-length: 100'], '{"code":');
  socket.end();
  try {
    return await readStatus(socket);
  } finally {
    socket.destroy();
  }
}

async function open(toolUrl: string): Promise<Socket> {
  const { hostname, port } = new URL(toolUrl);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
}

function post(socket: Socket, path: string, head: readonly string[], body: string): void {
  const lines = [`POST ${path} HTTP/1.1`, 'host: tool', 'content-type: application/json', ...head];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** @throws if the connection ends without an answer */
async function readStatus(socket: Socket): Promise<number> {
  for await (const chunk of socket) {
    const status = /^HTTP\/1\.1 (\d{3})/.exec((chunk as Buffer).toString('latin1'))?.[1];
    if (status !== undefined) return Number(status);
  }
  throw new Error('there was no answer');
}
