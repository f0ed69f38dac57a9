/** The scene that the authors' page writes: what `scenario new` begins, with the page's three rules and what proves them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { ScenarioTexts } from '../../scenarios/checks/scenario-files.ts';
import { renderSkeleton } from '../../scenarios/schema/skeleton.ts';

const pages = resolve(import.meta.dirname, '../../docs/authors');

export const authorsFolder = 'x10-my-scene/v1';

/** The block of a page that begins an evidence file. */
export function rulesOf(page: string): string {
  const text = readFileSync(resolve(pages, page), 'utf8');
  return /```yaml\n# evidence\.yaml\n(.*?)```/s.exec(text)?.[1] ?? '';
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

interface PlayLines {
  readonly actions: readonly object[];
}

export function writeAuthorsScene(): ScenarioTexts {
  const files = renderSkeleton({
    id: 'x10-my-scene',
    apps: ['phone', 'browser'],
    schemaOf: (name) => name,
  });
  const change = (name: string, more: object): string =>
    stringify({ ...(parse(files[name] ?? '') as object), ...more });
  const [first] = (parse(files['plays.yaml'] ?? '') as { readonly plays: readonly PlayLines[] }).plays;
  const words = { 'rule.e1': 'E1.', 'rule.e2': 'E2.', 'rule.e3': 'E3.' };
  return {
    'world.yaml': files['world.yaml']?.replace('scored: false\n', ''),
    'world.fr.yaml': files['world.fr.yaml'],
    'world.en.yaml': files['world.en.yaml'],
    'evidence.yaml': change('evidence.yaml', parse(rulesOf('fr/ecrire-un-scenario.md')) as object),
    'evidence.fr.yaml': change('evidence.fr.yaml', { texts: words }),
    'evidence.en.yaml': change('evidence.en.yaml', { texts: words }),
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
          about: 'Finds the page, and sends the first answer.',
          actions: [toBrowser, ...reading, choose('h1'), send, done],
        },
      ],
    }),
    'routes.yaml': stringify({
      formatVersion: 1,
      routes: Object.entries(routes).map(([name, actions]) => {
        return { name, about: 'An adult.', goalsOnly: name === 'as-the-goals-say', actions };
      }),
    }),
  };
}
