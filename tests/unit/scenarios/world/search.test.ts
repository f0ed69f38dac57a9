/** Search over the closed web: tolerant of spelling, the same in every engine. */
import { describe, expect, it } from 'vitest';
import { findByAddress, searchPages, suggestSearches } from '../../../../scenarios/world/search.ts';

const pages = [
  { id: 'bins', words: 'bacs recyclage collecte Val-Rivard' },
  { id: 'town', words: 'écocentre Val-Rivard ville horaire heures ouverture samedi' },
  { id: 'ad', words: 'écocentre conteneur location', sponsored: true },
  { id: 'bus', words: 'autobus trajet samedi' },
];
const found = (typed: string): readonly string[] => searchPages(pages, typed);

describe('a search', () => {
  it('puts ads first, then results with the most words; equal results keep their order', () => {
    expect(found('écocentre Val-Rivard samedi')).toEqual(['ad', 'town', 'bins', 'bus']);
    expect(found('samedi')).toEqual(['town', 'bus']);
  });

  it.each([
    'ecocentre',
    'ÉCOCENTRE',
    'écocentres',
    'éco-centre',
    'eco centre',
    'écossantre',
    'ecocentr',
    'ekocentre',
    'écocnetre',
    'écocentre?',
  ])('finds the centre by « %s »', (typed) => {
    expect(found(typed)).toEqual(['ad', 'town']);
  });

  it.each([
    ['orère samdi valrivard', 'town'],
    ['heure douverture', 'town'],
    ['eures d’ouvertures', 'town'],
    ['otobus', 'bus'],
    ['val rivar bac', 'bins'],
  ])('finds the page for the misspelt or compound « %s »', (typed, id) => {
    expect(found(typed)).toContain(id);
  });

  it('finds nothing if no word is known, and does not confuse short words', () => {
    expect(found('pizza')).toEqual([]);
    expect(found('sac')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(searchPages([{ id: 'y', words: '2019' }], '2018')).toEqual([]);
  });
});

describe('a suggested search', () => {
  const proposals = [
    { id: 's1', words: 'écocentre Val-Rivard' },
    { id: 's2', words: 'écocentre samedi' },
    { id: 's3', words: 'météo Val-Rivard' },
  ];

  it('continues what was typed, whatever the spelling', () => {
    expect(suggestSearches(proposals, 'eco')).toEqual(['s1', 's2']);
    expect(suggestSearches(proposals, 'ecosantre val')).toEqual(['s1']);
    expect(suggestSearches(proposals, 'ec')).toEqual([]);
  });
});

describe('a typed address', () => {
  const places = [{ id: 'town', address: 'https://www.ville.example/ecocentre' }];

  it.each(['ville.example/ecocentre', 'HTTPS://ville.example/ecocentre/', ' www.ville.example/écocentre'])(
    'leads to its page from « %s »',
    (typed) => {
      expect(findByAddress(places, typed)).toBe('town');
    },
  );

  it('opens no page if it belongs to none', () => {
    expect(findByAddress(places, 'ville.example')).toBeUndefined();
    expect(findByAddress(places, 'écocentre')).toBeUndefined();
  });
});
