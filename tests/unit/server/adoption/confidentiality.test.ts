/** The text that document 11 gives to publish. */
import { describe, expect, it } from 'vitest';
import { type Fill, isFill, partsOf } from '../../../../server/adoption/blocks.ts';
import type { KitFacts } from '../../../../server/adoption/kit-facts.ts';
import { linesOf } from '../../../../server/adoption/minutes.ts';
import { documentOf, languages, sayLine } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

function published(facts: KitFacts, language: 'fr' | 'en'): { text: string; places: Fill[] } {
  const quotes = documentOf(facts, language, 'policy').blocks.filter(({ kind }) => kind === 'quote');
  // The model of a delegation comes before it.
  const lines = quotes.slice(-1).flatMap(linesOf);
  return { text: lines.map(sayLine).join('\n'), places: lines.flatMap(partsOf).filter(isFill) };
}

describe('the confidentiality policy', () => {
  it('is whole for a study that says everything: nothing is left to fill in', () => {
    const { text, places } = published(muchKnown, 'fr');
    expect(places).toEqual([]);
    for (const one of [
      'Organisme\u00a0: la Coop Emploi\nNous utilisons NUM+',
      'Ce qui est recueilli',
      'Par quels moyens',
      'Reçoit aussi des données, sans votre nom : le magasin de données de l’Université.',
      'L’équipe LINC reçoit, avec un code,',
      'Vos données sont gardées 24 mois après le dernier geste.',
      'L’équipe de recherche garde ses données 60 mois.',
      'est gardée 84 mois',
      'Vos données restent au Québec.',
      'La sécurité',
      'Marie Exemple, directrice',
      'Les plaintes.** Écrivez ou parlez à : vie.privee@coop.example',
      'première langue',
      'Version du 2026-11-30',
    ])
      expect(text).toContain(one);
  });

  it.each(languages)('highlights what nobody said yet, and asks no question of its own: %s', (language) => {
    const { places } = published(nothingKnown, language);
    // Organisation, period, outside Québec, person in charge, contact twice.
    expect(places).toHaveLength(6);
    expect(new Set(places.map(({ kind }) => kind))).toEqual(new Set(['shared']));
  });

  it('says what differs for each study, and asks who keeps a store that no notice names', () => {
    const { text, places } = published(halfKnown, 'en');
    expect(text).toContain('“LINC”: Your data are kept for 24 months after the last action.');
    expect(text).toContain('In general: period; see document 5');
    expect(places.map(({ fill }) => fill)).toContain('who; see document 10');
    // One list, with what is known first.
    expect(text.match(/Also receives/g)).toHaveLength(1);
    expect(text).toContain('the record store of the University; who; see document 10');
  });

  it('speaks of research only if a study does some', () => {
    expect(published(nothingKnown, 'en').text).not.toContain('question about research');
    expect(published(muchKnown, 'en').text).toContain('question about research');
    expect(published(nothingKnown, 'en').text).not.toContain('consent to research');
    expect(published(muchKnown, 'en').text).toContain('withdraw your consent to research. In the game');
  });
});
