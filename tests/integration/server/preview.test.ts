/** `scenario play`: a real server, and a folder that is written meanwhile. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { loadContent } from '../../../server/content/load.ts';
import type { ActAnswer, AttemptView, SceneAnswer } from '../../../server/contract/play.ts';
import type {
  BegunAnswer,
  LawsAnswer,
  PlayedAnswer,
  PreviewAnswer,
  ProofAnswer,
  SaveAnswer,
} from '../../../server/contract/preview.ts';
import { SceneFolder } from '../../../server/preview/scene-folder.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { type PreviewServer, startPreview } from '../../support/preview-server.ts';
import { until } from '../../support/until.ts';

const example = resolve(import.meta.dirname, '../../../docs/authors/example');

const right: readonly WorldAction[] = [
  { app: 'mail', type: 'open', messageId: 'm1' },
  { app: 'mail', type: 'reply', messageId: 'm1' },
  { app: 'mail', type: 'add-phrase', phraseId: 'p1' },
  { app: 'mail', type: 'send' },
];

let dir: string;
let server: PreviewServer;
let url: string;

async function serve(scenario: string): Promise<void> {
  server = await startPreview(join(dir, scenario));
  ({ url } = server);
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'numplus-preview-'));
  cpSync(example, dir, { recursive: true });
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask<Answer>(path: string, body?: unknown, token = ''): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Answer;
}

/** The status of a request with these headers, which a browser sets and `fetch` may not. */
async function post(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    request({ method: 'POST', host: hostname, port, path, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}

const begin = (after: string | null = null): Promise<BegunAnswer> =>
  ask('/api/preview/plays', { variant: 'v1', language: 'fr', after });

/** As the game does: opens the attempt, then sends what was done. */
async function play(
  code: string,
  actions: readonly WorldAction[],
  stateHash: string | null = null,
): Promise<ActAnswer> {
  const { epoch } = await ask<AttemptView>(`/api/attempts/${code}/open`, { writer: 'w', tMs: 0 }, code);
  const sent = actions.map((action, index) => {
    return { actionSeq: index + 1, tMs: index, clientAt: 0, sceneId: 'scene', action };
  });
  return ask(`/api/attempts/${code}/actions`, { contractVersion: 1, epoch, actions: sent, stateHash }, code);
}

const played = (id: string): Promise<PlayedAnswer> => ask(`/api/preview/plays/${id}`);
const file = (name: string): string => join(dir, 'x01-thanks/v1', name);
const edit = (name: string, from: string, to: string, which: 'first' | 'all' = 'first'): void => {
  const before = readFileSync(file(name), 'utf8');
  if (!before.includes(from)) throw new Error(`no « ${from} » in ${name}`);
  writeFileSync(file(name), which === 'all' ? before.replaceAll(from, to) : before.replace(from, to));
};

describe('the preview of a scene', () => {
  beforeEach(() => serve('x01-thanks'));

  it('lets the game play as a server of attempts would', async () => {
    const { code } = await begin();
    const session = await ask<{ page: string; language: string }>('/api/session', { code });
    expect(session).toMatchObject({ page: 'play', language: 'fr', practice: false, accessToken: code });
    const scene = await ask<SceneAnswer>(`/api/attempts/${code}/scenes/scene`, undefined, code);
    expect(scene.texts.en['goal.1']).toBe('Thank Joyce.');
    const state = replay(
      scene.world,
      right.map((action, index) => ({ epoch: 2, actionSeq: index + 1, action })),
    );
    const answer = await play(code, right, hashState(state));
    expect(answer).toMatchObject({ acknowledged: 4, rejected: [], resync: false });
  });

  it('tells facts and rules after each action, and what undo takes back', async () => {
    const { code } = await begin();
    expect((await played(code)).rules.map(({ id, holds }) => [id, holds])).toEqual([
      ['e1', false],
      ['e2', false],
    ]);
    await play(code, right);
    const after = await played(code);
    expect(after.rules.every(({ holds }) => holds)).toBe(true);
    expect(after.facts).toMatchObject({ mail: { sent: [{ about: 'm1', mode: 'reply' }] } });
    expect(after.actions.at(-1)).toBe('mail.send');
    expect(Object.keys(after.facts)).not.toContain('phone');
    const { epoch } = await ask<AttemptView>(`/api/attempts/${code}/open`, { writer: 'w', tMs: 0 }, code);
    const undo = {
      actionSeq: 5,
      tMs: 9,
      clientAt: 0,
      sceneId: 'scene',
      action: { app: 'desk', type: 'undo' },
    };
    await ask(
      `/api/attempts/${code}/actions`,
      { contractVersion: 1, epoch, actions: [undo], stateHash: null },
      code,
    );
    expect((await played(code)).rules.some(({ holds }) => holds)).toBe(false);
  });

  it('refuses what the world refuses, and the game then reads the scene again', async () => {
    const { code } = await begin();
    const answer = await play(code, [{ app: 'mail', type: 'open', messageId: 'm9' }]);
    expect(answer).toMatchObject({ acknowledged: 1, rejected: [1], resync: true });
    expect((await played(code)).actions).toEqual([]);
  });

  it('follows the folder, and goes on where the play was', async () => {
    const first = await ask<PreviewAnswer>('/api/preview');
    expect(first).toMatchObject({
      isSound: true,
      findings: [],
      variants: ['v1', 'v2'],
      folder: 'x01-thanks/v1',
    });
    const { code } = await begin();
    await play(code, right);
    edit('world.fr.yaml', 'Remercie Joyce.', 'Dis merci à Joyce.');
    edit('evidence.yaml', 'replies.exists(m, m.features.thanks)', `'"m9" in mail.opened'`);
    const second = await ask<PreviewAnswer>('/api/preview');
    expect(second.stamp).not.toBe(first.stamp);
    const again = await begin(code);
    expect((await played(again.play)).actions).toEqual((await played(code)).actions);
    expect((await played(again.play)).rules.map(({ holds }) => holds)).toEqual([true, false]);
    const scene = await ask<SceneAnswer>('/api/attempts/x/scenes/scene', undefined, again.code);
    expect(scene.texts.fr['goal.1']).toBe('Dis merci à Joyce.');
  });

  it('keeps actions that no longer fit the files, says how many, and does them again once they fit', async () => {
    const { code } = await begin();
    await play(code, right);
    for (const name of ['world.yaml', 'plays.yaml']) edit(name, 'm1', 'm7', 'all');
    expect(await ask<PreviewAnswer>('/api/preview')).toMatchObject({ isSound: true });
    const without = await begin(code);
    expect(await played(without.play)).toMatchObject({ actions: [], unfit: 4 });
    for (const name of ['world.yaml', 'plays.yaml']) edit(name, 'm7', 'm1', 'all');
    const again = await begin(without.play);
    expect(await played(again.play)).toMatchObject({ unfit: 0 });
    expect((await played(again.play)).actions).toEqual((await played(code)).actions);
  });

  it('keeps the last scene that worked, and says in both languages where the fault is', async () => {
    await ask('/api/preview');
    edit('evidence.yaml', 'size(replies) > 0', 'size(repliez) > 0');
    const { isSound, findings } = await ask<PreviewAnswer>('/api/preview');
    expect(isSound).toBe(false);
    expect(findings[0]).toMatchObject({ severity: 'error', file: 'x01-thanks/v1/evidence.yaml' });
    expect(findings[0]?.line).toBeGreaterThan(1);
    expect((await played((await begin()).play)).rules).toHaveLength(2);
  });

  it('saves what was done as a play that proves the rules', async () => {
    const { code } = await begin();
    await play(code, right);
    const save = (wish: object): Promise<SaveAnswer> => ask(`/api/preview/plays/${code}/save`, wish);
    expect(await save({ as: 'play', name: 'again', about: 'As the first.' })).toEqual({
      file: 'plays.yaml',
      lacking: [],
    });
    const { plays } = SceneFolder.find(join(dir, 'x01-thanks'))?.read().scene?.files ?? {};
    expect(plays?.data.plays.at(-1)).toEqual({
      id: 'again',
      about: 'As the first.',
      actions: [...right, { app: 'desk', type: 'done' }],
      fires: ['e1', 'e2'],
      misconceptions: [],
      shown: [],
    });
    expect(readFileSync(file('plays.yaml'), 'utf8')).toContain('# Proof: every rule fires in one play');
    expect(loadContent(dir).problems).toEqual([]);
    expect(await save({ as: 'play', name: 'again', about: 'Twice.' })).toEqual({ refused: 'name-taken' });
    expect(await save({ as: 'play', name: '../x', about: 'Out.' })).toEqual({ refused: 'bad-name' });
    const empty = await begin();
    expect(
      await ask(`/api/preview/plays/${empty.play}/save`, { as: 'play', name: 'none', about: 'None.' }),
    ).toEqual({
      refused: 'nothing-done',
    });
  });

  it('quotes what was typed when a way is saved, so that a placeholder can be put into it', async () => {
    const { code } = await begin();
    const typed = [
      { app: 'mail', type: 'open', messageId: 'm1' },
      { app: 'mail', type: 'reply', messageId: 'm1' },
      { app: 'mail', type: 'write', typed: 'salut ca ferme a 17h30' },
    ] as const;
    await play(code, typed);
    await ask(`/api/preview/plays/${code}/save`, { as: 'play', name: 'typed', about: 'Types.' });
    expect(readFileSync(file('plays.yaml'), 'utf8')).toContain(
      "{ app: mail, type: write, typed: 'salut ca ferme a 17h30' }",
    );
    expect(loadContent(dir).problems).toEqual([]);
  });

  it('saves ids of what was made on the way as a play has them', async () => {
    const { code } = await begin();
    const { epoch } = await ask<AttemptView>(`/api/attempts/${code}/open`, { writer: 'w', tMs: 0 }, code);
    const act = (actionSeq: number, action: object, sceneId: string | null = 'scene'): Promise<ActAnswer> =>
      ask(
        `/api/attempts/${code}/actions`,
        {
          contractVersion: 1,
          epoch,
          actions: [{ actionSeq, tMs: actionSeq, clientAt: 0, sceneId, action }],
          stateHash: null,
        },
        code,
      );
    await act(1, { app: 'frame', type: 'assist' }, null);
    await act(2, { app: 'mail', type: 'open', messageId: 'm1' });
    await act(3, { app: 'mail', type: 'reply', messageId: 'm1' });
    await act(4, { app: 'mail', type: 'add-phrase', phraseId: 'p1' });
    await act(5, { app: 'mail', type: 'leave-draft' });
    await act(6, { app: 'mail', type: 'folder', folder: 'drafts' });
    expect(await act(7, { app: 'mail', type: 'open-draft', draftId: `d${String(epoch)}-3` })).toMatchObject({
      rejected: [],
    });
    await ask(`/api/preview/plays/${code}/save`, { as: 'play', name: 'returns', about: 'Comes back.' });
    expect(readFileSync(file('plays.yaml'), 'utf8')).toContain(
      '{ app: mail, type: open-draft, draftId: d1-2 }',
    );
    expect(loadContent(dir).problems).toEqual([]);
  });

  it('saves a tactic and a route, each in its file, and names the rules that a route lacks', async () => {
    const { code } = await begin();
    await play(code, right.slice(0, 1));
    const save = (wish: object): Promise<SaveAnswer> => ask(`/api/preview/plays/${code}/save`, wish);
    expect(await save({ as: 'tactic', name: 'opens-all', about: 'Opens all.' })).toMatchObject({
      file: 'tactics.yaml',
    });
    expect(await save({ as: 'route', name: 'by-heart', about: 'Knows it.' })).toEqual({
      file: 'routes.yaml',
      lacking: ['e1', 'e2'],
    });
    expect(readFileSync(file('tactics.yaml'), 'utf8')).toContain(
      '- { app: mail, type: open, messageId: m1 }',
    );
    // So that an editor helps in the new file too.
    expect(readFileSync(file('routes.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\S+\/routes\.schema\.json\n/,
    );
    const { isSound, findings } = await ask<PreviewAnswer>('/api/preview');
    expect(isSound).toBe(true);
    expect(findings.map(({ says }) => says.fr).join(' ')).toContain('loi 8');
  });

  it('shows every text in both languages, to print', async () => {
    const { parts } = await ask<ProofAnswer>('/api/preview/proof');
    expect(parts.map(({ file: name }) => name)).toEqual(['world', 'evidence']);
    expect(parts[0]?.texts).toContainEqual({ key: 'goal.1', fr: 'Remercie Joyce.', en: 'Thank Joyce.' });
    expect(parts[1]?.texts[0]).toEqual({
      key: 'rule.e1',
      fr: 'Répond au message de Joyce.',
      en: 'Answers Joyce’s message.',
    });
  });

  it('says that no law judges a scene without routes', async () => {
    expect(await ask<LawsAnswer>('/api/preview/laws', {})).toEqual({
      isRunning: false,
      isJudged: false,
      laws: [],
    });
  });

  it('answers no other name than its own, so that no page of another site reads it', async () => {
    const port = Number(new URL(url).port);
    const status = await new Promise<number | undefined>((done) => {
      request(
        { host: '127.0.0.1', port, path: '/api/preview', headers: { host: `evil.example:${port}` } },
        (response) => {
          response.resume();
          done(response.statusCode);
        },
      ).end();
    });
    expect(status).toBe(404);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page that hides its name', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['an old browser elsewhere', { origin: 'https://evil.example' }],
    ['a form that sends no origin', { 'sec-fetch-site': 'cross-site' }],
  ])('does nothing that %s asks for', async (_who, headers) => {
    const { code } = await begin();
    const paths = ['preview/laws', 'preview/plays', `preview/plays/${code}/save`, 'session', 'comfort'];
    for (const path of paths) {
      expect([path, await post(`/api/${path}`, headers)]).toEqual([path, 404]);
    }
    expect((await ask<LawsAnswer>('/api/preview/laws')).isRunning).toBe(false);
  });

  it('does what its own page asks for', async () => {
    const own = { origin: url, 'sec-fetch-site': 'same-origin' };
    expect(await post('/api/preview/laws', own)).toBe(200);
  });

  it('frames the game in its own page only, and lets neither load anything from elsewhere', async () => {
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-src 'self'.*frame-ancestors 'none'/,
    );
    const game = await fetch(`${url}/play/preview`);
    expect(game.headers.get('content-security-policy')).toContain(`frame-ancestors ${url}`);
    const [script] = /\/preview\/assets\/[\w.-]+\.js/.exec(await page.text()) ?? [];
    expect((await fetch(`${url}${script ?? ''}`)).status).toBe(200);
  });
});

describe('the laws of a scene', () => {
  beforeEach(() => serve('x02-two-warnings'));

  it('stand in a table, with those that people judge', async () => {
    expect(await ask<LawsAnswer>('/api/preview/laws', {})).toMatchObject({ isRunning: true, isJudged: true });
    const { laws } = await until('the laws are checked', async () => {
      const answer = await ask<LawsAnswer>('/api/preview/laws');
      return answer.isRunning ? undefined : answer;
    });
    expect(laws.map(({ law }) => law)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(laws.filter(({ state }) => state === 'people').map(({ law }) => law)).toEqual([11, 12]);
    expect(laws.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(laws.every(({ name }) => name.fr !== '' && name.en !== '')).toBe(true);
  });
});
