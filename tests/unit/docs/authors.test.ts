/** The example that authors begin with is sound, and can be played to a full score. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkThoroughly } from '../../../scenarios/checks/check-scenario.ts';
import { evaluateScene } from '../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../scenarios/evidence/observe-play.ts';
import { renderSkeleton } from '../../../scenarios/schema/skeleton.ts';
import { loadContent } from '../../../server/content/load.ts';

const example = resolve(import.meta.dirname, '../../../docs/authors/example');
const content = loadContent(example);

describe('the example scenario for authors', () => {
  it('passes the checks without findings', () => {
    expect(content.problems).toEqual([]);
    expect(content.getForm('example').scenes).toEqual(['x01-thanks']);
  });

  it.each([0, 1])('can be played to a full score with seed %i', (seed) => {
    const evidence = content.evidence({ scenario: 'x01-thanks', worldVersion: 1, scoringVersion: 1 });
    const { world } = content.publicScene('x01-thanks', 1, seed);
    const { state, actions, refused } = observePlay(evidence.vocabulary, world, [
      { app: 'mail', type: 'open', messageId: 'm1' },
      { app: 'mail', type: 'reply', messageId: 'm1' },
      { app: 'mail', type: 'write', typed: 'Merci!' },
      { app: 'mail', type: 'send' },
      { app: 'desk', type: 'done' },
    ]);
    expect(refused).toEqual([]);
    const { items } = evaluateScene(evidence, { world, state, actions, skipped: false });
    expect(items).toEqual([{ item: 'x01-com', dimension: 'COM', points: 2, max: 2, skipped: false }]);
  });
});

describe('the three rules of the page', () => {
  const rulesOf = (page: string): string => {
    const text = readFileSync(join(example, '..', page), 'utf8');
    return /```yaml\n# evidence\.yaml\n(.*?)```/s.exec(text)?.[1] ?? '';
  };
  const block = rulesOf('fr/ecrire-un-scenario.md');

  it('are the same in both languages', () => {
    expect(block).toContain('rules:');
    expect(rulesOf('en/writing-a-scenario.md')).toBe(block);
  });

  it('keep the laws on the scene that `scenario new` begins, once the other files are written', () => {
    const files = renderSkeleton({
      id: 'x10-my-scene',
      apps: ['phone', 'browser'],
      schemaOf: (name) => name,
    });
    const change = (name: string, more: object): string =>
      stringify({ ...(parse(files[name] ?? '') as object), ...more });
    const plays = (parse(files['plays.yaml'] ?? '') as { readonly plays: readonly PlayLines[] }).plays;
    const [first] = plays;
    const texts = { 'rule.e1': 'E1.', 'rule.e2': 'E2.', 'rule.e3': 'E3.' };
    const { errors } = checkThoroughly('x10-my-scene/v1', {
      'world.yaml': files['world.yaml']?.replace('scored: false\n', ''),
      'world.fr.yaml': files['world.fr.yaml'],
      'world.en.yaml': files['world.en.yaml'],
      'evidence.yaml': change('evidence.yaml', parse(block) as object),
      'evidence.fr.yaml': change('evidence.fr.yaml', { texts }),
      'evidence.en.yaml': change('evidence.en.yaml', { texts }),
      'plays.yaml': change('plays.yaml', {
        plays: [
          { ...first, fires: ['e1', 'e3'] },
          {
            id: 'names-it',
            about: 'Names the page.',
            actions: routes['as-the-goals-say'],
            fires: ['e1', 'e2', 'e3'],
          },
          { id: 'nothing', about: 'Ends at once.', actions: [done], fires: [] },
        ],
      }),
      'tactics.yaml': stringify({
        formatVersion: 1,
        tactics: [
          {
            name: 'first-answer',
            about: 'Sends the first answer.',
            actions: [toBrowser, choose('h1'), send, done],
          },
        ],
      }),
      'routes.yaml': stringify({
        formatVersion: 1,
        routes: Object.entries(routes).map(([name, actions]) => {
          return { name, about: 'An adult.', goalsOnly: name === 'as-the-goals-say', actions };
        }),
      }),
    });
    expect(errors).toEqual([]);
  });
});

interface PlayLines {
  readonly actions: readonly { readonly app: string; readonly type: string }[];
}

const done = { app: 'desk', type: 'done' };
const toBrowser = { app: 'desk', type: 'open-app', target: 'browser' };
const toPhone = { app: 'desk', type: 'open-app', target: 'phone' };
const texts = [
  { app: 'phone', type: 'open', conversationId: 'c1' },
  { app: 'phone', type: 'add-phrase', phraseId: 'p3' },
  { app: 'phone', type: 'send' },
];
const search = { app: 'browser', type: 'search', typed: 'bibliothèque library' };
const open = (pageId: string, via: string, rank = 0): object => {
  return { app: 'browser', type: 'open', pageId, via, rank };
};
const choose = (choiceId: string): object => ({ app: 'browser', type: 'note-choose', choiceId });
const source = { app: 'browser', type: 'note-source', pageId: 'w2' };
const send = { app: 'browser', type: 'note-send' };
const answer = [choose('h2'), source, send];
const reading = [search, open('w1', 'result', 1), open('w2', 'link')];

const routes: Readonly<Record<string, readonly object[]>> = {
  'as-the-goals-say': [...texts, toBrowser, ...reading, ...answer, done],
  'browser-first': [toBrowser, ...reading, ...answer, toPhone, ...texts, done],
  'knows-the-address': [...texts, toBrowser, open('w2', 'address'), ...answer, done],
  'names-the-page-first': [...texts, toBrowser, ...reading, source, choose('h2'), send, done],
  'chooses-again': [...texts, toBrowser, ...reading, choose('h1'), ...answer, done],
  'in-a-new-tab': [
    toBrowser,
    search,
    { app: 'browser', type: 'open-in-new-tab', pageId: 'w1', via: 'result', rank: 1 },
    open('w2', 'link'),
    ...answer,
    toPhone,
    ...texts,
    done,
  ],
};
