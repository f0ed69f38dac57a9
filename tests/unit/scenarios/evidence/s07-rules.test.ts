/** Each evidence rule of S07: the right ways, the usual slips, self-correction and undo. */
import { describe, expect, it } from 'vitest';
import { searchPages } from '../../../../scenarios/world/search.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { act, fired, misconceptions, variants, world as recycling } from '../../../support/s07.ts';

const answer = (choice: string, source: string): WorldAction[] => [
  act.choose(choice),
  act.source(source),
  act.send,
];
const right = [act.link('p7'), ...answer('h3', 'p7')];
const all = ['e1', 'e2', 'e3', 'e4', 'e5'];

describe('e1: at least two useful words in one search', () => {
  it.each([
    'écocentre Val-Rivard',
    'ecocentre samedi',
    'éco centre horaire',
    'ECOCENTRE VAL RIVARD SAMEDI',
    'ecosantre valrivard',
    'dechets samdi',
    'recycling center hours',
    'peinture Pont-Tremblé',
    'À quelle heure ouvre l’écocentre de Val-Rivard le samedi?',
  ])('is earned by « %s »', (typed) => {
    expect(fired(act.search(typed), act.done)).toEqual(['e1']);
  });

  it.each(['écocentre', 'Val-Rivard', 'Rosa', 'bonjour', 'écocentre écocentre', 'heures ouverture'])(
    'is not earned by « %s »',
    (typed) => {
      expect(fired(act.search(typed), act.done)).toEqual([]);
      expect(misconceptions(act.search(typed), act.done)).toEqual(['searches-with-too-little']);
    },
  );

  it('is not earned by one-word searches one after the other', () => {
    expect(fired(act.search('écocentre'), act.search('samedi'), act.done)).toEqual([]);
  });

  it('does not treat many useful words in a row as a sentence', () => {
    const words = 'écocentre Val-Rivard horaire ouverture samedi matin 2026';
    expect(misconceptions(act.search(words), act.done)).toEqual([]);
    const english = 'What time is the Val-Rivard recycling centre open on Saturday?';
    expect(misconceptions(act.search(english), act.done)).toEqual(['searches-whole-sentence']);
  });

  it('reports searches by whole sentence only if there was no shorter search', () => {
    const sentence = 'Est-ce que l’écocentre est ouvert le samedi matin?';
    expect(misconceptions(act.search(sentence), act.done)).toEqual(['searches-whole-sentence']);
    expect(misconceptions(act.search(sentence), act.search('écocentre samedi'), act.done)).toEqual([]);
  });
});

describe('e2 and e3: the town’s page, the current one', () => {
  it('distinguishes the town’s old page from its current one', () => {
    expect(fired(act.result('p4'), ...answer('h5', 'p4'), act.done)).toEqual(['e2']);
    expect(fired(act.link('p7'), act.done)).toEqual(['e2', 'e3']);
  });

  it('does not accept another town’s page', () => {
    expect(fired(act.result('p11'), ...answer('h2', 'p11'), act.done)).toEqual([]);
  });

  it('is not earned by the current page if the answer came from another page', () => {
    expect(fired(act.link('p7'), ...answer('h6', 'p3'), act.done)).toEqual(['e2']);
    expect(fired(act.link('p7'), act.choose('h5'), act.send, act.done)).toEqual(['e2']);
  });
});

describe('e4: the right time and its source', () => {
  it.each(['p5', 'p7', 'p9'])('accepts %s as the town’s page', (source) => {
    expect(fired(act.link('p7'), ...answer('h3', source), act.done)).toContain('e4');
  });

  it.each(['p1', 'p2', 'p3', 'p4', 'p10', 'p11', 'p14'])('does not accept %s', (source) => {
    expect(fired(act.link('p7'), ...answer('h3', source), act.done)).not.toContain('e4');
  });

  it('is not earned by an answer that was never sent, or whose sending was undone', () => {
    expect(fired(...right.slice(0, -1), act.done)).not.toContain('e4');
    expect(fired(...right, act.undo, act.done)).not.toContain('e4');
  });

  it('uses the last answer when a person found a better one', () => {
    expect(fired(...answer('h1', 'p1'), ...right, act.done)).toContain('e4');
    expect(fired(...right, ...answer('h1', 'p1'), act.done)).not.toContain('e4');
  });
});

describe('e5: gets back on track', () => {
  const town = act.result('p5');

  it.each([
    ['the way back from a page', [town, act.link('p6'), act.back]],
    ['another tab after a page', [town, act.newTab]],
    ['a result in a tab of its own, and the first tab again', [act.inTab('p5'), act.tab('t0')]],
    ['a word found in the page', [town, act.found(true)]],
    ['a way back that was undone', [town, act.link('p6'), act.back, act.undo]],
  ])('is earned by %s', (_name, actions) => {
    expect(fired(act.search('x'), ...actions, act.done)).toContain('e5');
  });

  it.each([
    ['going back from results', [act.back, town]],
    ['a word that is not in the page', [town, act.found(false)]],
    ['a tab before any page', [act.newTab, town]],
    ['going back without ever reaching the town', [act.result('p1'), act.back]],
  ])('is not earned by %s', (_name, actions) => {
    expect(fired(act.search('x'), ...actions, act.done)).not.toContain('e5');
  });
});

describe('the whole scene', () => {
  it('earns all points, whether the search comes before or after starting the note', () => {
    const way = [act.search('écocentre samedi'), act.result('p5'), act.link('p6'), act.back];
    expect(fired(...way, ...right, act.done)).toEqual(all);
    expect(fired(act.choose('h3'), ...way, act.link('p7'), act.source('p7'), act.send)).toEqual(all);
    expect(misconceptions(...way, ...right, act.done)).toEqual([]);
  });

  it('earns nothing by guessing, and little by opening every page', () => {
    expect(fired(act.choose('h3'), act.send, act.done)).toEqual([]);
    const found = recycling.browser?.pages.filter((page) => page.found !== undefined) ?? [];
    const everything = found.flatMap(({ id }, index) => [act.search('recyclage'), act.result(id, index + 1)]);
    expect(fired(...everything, ...answer('h6', 'p3'), act.done)).toEqual(['e2']);
  });
});

describe.each(variants)('search results in $world.id', ({ world, texts }) => {
  it.each(['fr', 'en'] as const)('show the ad first and the town among the others, in %s', (language) => {
    const text = (key: string): string => texts[language][key] ?? '';
    const entries = (world.browser?.pages ?? []).flatMap(({ id, found }) =>
      found ? [{ id, words: text(found.words), sponsored: found.sponsored }] : [],
    );
    const thing = language === 'fr' ? 'écocentre' : 'recycling centre';
    for (const asked of [thing, `${thing} ${text('web.town')}`, `${thing} samedi saturday`]) {
      const found = searchPages(entries, asked);
      expect(found[0]).toBe('p1');
      expect(found.indexOf('p5')).toBeGreaterThan(1);
      expect(found).not.toContain('p7');
    }
  });

  it('lead to six different answers in each language', () => {
    for (const language of ['fr', 'en'] as const) {
      const answers = (world.browser?.note?.choices ?? []).map(({ text }) => texts[language][text]);
      expect(new Set(answers).size).toBe(6);
    }
  });
});

it('earn the same whether the note is filled before or after an independent search', () => {
  const search = act.search('écocentre samedi');
  for (const choice of ['h1', 'h3']) {
    for (const source of ['p3', 'p7']) {
      const note = [act.address(source), ...answer(choice, source)];
      expect(fired(search, ...note)).toEqual(fired(...note, search));
    }
  }
});
