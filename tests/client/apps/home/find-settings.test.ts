/** The words that people type for a setting find its page, in both languages. */
import { describe, expect, it } from 'vitest';
import { findSettings } from '../../../../client/src/apps/home/find-settings.ts';
import { content } from '../../../support/s02.ts';

const { world, texts } = content.publicScene('s12-privacy', 1, 1);
const pages = (world.home?.settings ?? []).slice(1);
const titlesFor = (language: 'fr' | 'en', typed: string): readonly string[] => {
  const text = (key: string): string => texts[language][key] ?? key;
  return findSettings(pages, typed, text).map((id) => {
    const page = pages.find((each) => each.id === id);
    return page === undefined ? id : text(page.title);
  });
};

describe('the search of the settings of a phone', () => {
  it.each([
    ['confidentialité', ['Applications', 'Lampe', 'Profil']],
    ['CONFIDENTIALITE', ['Applications', 'Lampe', 'Profil']],
    ['vie privée', ['Applications', 'Profil']],
    ['permissions', ['Applications', 'Lampe']],
    ['permission', ['Applications', 'Lampe']],
    ['autorisations', ['Applications', 'Lampe']],
    ['appareil photo', ['Applications']],
    ['caméra', ['Applications']],
    ['camera', ['Applications']],
    ['localisation', ['Lampe', 'Météo']],
    ['lieu', ['Lampe', 'Météo']],
    ['lampe de poche', ['Lampe']],
    ['contacts', ['Lampe', 'Notes']],
    ['compte', ['Compte', 'Profil']],
  ])('finds the page for « %s »', (typed, titles) => {
    expect(titlesFor('fr', typed)).toEqual(expect.arrayContaining(titles));
  });

  it.each([
    ['privacy', ['Apps', 'Flashlight', 'Profile']],
    ['Privacy', ['Apps', 'Flashlight', 'Profile']],
    ['permissions', ['Apps', 'Flashlight']],
    ['app permission', ['Apps', 'Flashlight']],
    ['camera', ['Apps']],
    ['location', ['Flashlight', 'Weather']],
    ['contacts', ['Flashlight', 'Notes']],
    ['torch', ['Flashlight']],
  ])('finds the page for “%s”', (typed, titles) => {
    expect(titlesFor('en', typed)).toEqual(expect.arrayContaining(titles));
  });

  it('treats the apps alike, so that a result is no key', () => {
    for (const typed of ['permissions', 'accès', 'droits']) {
      expect(titlesFor('fr', typed)).toEqual(['Applications', 'Lampe', 'Météo', 'Notes']);
    }
  });

  it('finds nothing for what a phone has no setting for', () => {
    expect(titlesFor('fr', 'facture')).toEqual([]);
    expect(titlesFor('en', 'invoice')).toEqual([]);
  });
});
