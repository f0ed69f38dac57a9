/** The readable copy: what somebody understands who reads it at home. */
import { describe, expect, it } from 'vitest';
import { levelsEn } from '../../../../client/src/i18n/catalogues/levels.en.ts';
import { levelsFr } from '../../../../client/src/i18n/catalogues/levels.fr.ts';
import { renderCopy } from '../../../../server/own-data/copy-page.ts';
import { fieldsLeftOut, tablesLeftOut } from '../../../../server/own-data/left-out.ts';
import type { PersonCopy } from '../../../../server/own-data/person-copy.ts';
import { about, nothing } from '../../../support/person-description.ts';

const at = Date.parse('2026-03-02T02:18:00Z');
const copy: PersonCopy = {
  format: 'numplus.person-copy.1',
  madeAt: new Date(at).toISOString(),
  build: 'test',
  organisation: 'default',
  person: { id: 'p-1', platform: 'LMS', platformId: 'l-1', deploymentId: '', subject: '42', createdAt: at },
  studies: [],
  attempts: [],
  comfort: null,
  settings: [],
  groups: [],
  launches: [],
  audit: [],
  leftOut: [{ what: 'sessions', fr: 'C’est une clé.', en: 'This is a key.' }],
};

/** Lines of text, spaces as they are typed. */
function read(language: 'fr' | 'en', told = about, of = copy): string[] {
  const [, body = ''] = renderCopy(language, of, told).split('<main>');
  return body
    .split(/<[^>]+>/)
    .map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' ').trim())
    .filter((line) => line !== '');
}

describe('the readable copy', () => {
  it('says what was answered about research, and when', () => {
    const said = { at, version: '3.1', language: 'fr', future: false } as const;
    const answers = [
      { ...said, answer: 'later' },
      { ...said, answer: 'given', future: true },
      { ...said, answer: 'given' },
      { ...said, answer: 'withdrawn' },
    ] as const;
    const title = { fr: 'Étude de base', en: 'Basic study' };
    const named = { id: 's-1', name: 'default', title, keptMonths: null, pseudonym: 'x' };
    const study = { ...named, answers, background: null };
    const of = { ...copy, studies: [study] };
    const french = read('fr', about, of);
    expect(french.slice(french.indexOf('Vos réponses sur la recherche') + 1).slice(0, 4)).toEqual([
      expect.stringContaining('vous avez choisi de répondre plus tard.'),
      expect.stringContaining('vous avez dit oui, aussi pour d’autres recherches. Édition du texte : 3.1.'),
      expect.stringContaining('vous avez retiré votre accord aux autres recherches.'),
      expect.stringContaining('vous avez retiré votre accord.'),
    ]);
    expect(read('en', about, of)).toContainEqual(expect.stringContaining('you stopped taking part.'));
    expect(read('fr')).not.toContain('Vos réponses sur la recherche');
  });

  it('says when each edition of the notice was shown, also without scenes above it', () => {
    const lines = read('fr');
    const from = lines.indexOf('Quand vous avez vu l’avis');
    expect(lines.slice(from + 1, from + 3)).toEqual([
      'Ma semaine : édition 4.0, le 1er mars 2026.',
      'Ma semaine : édition 5.1, le 4 mars 2026.',
    ]);
    expect(lines).not.toContain('Tâche par tâche');
    expect(read('en')).toContain('My week: edition 4.0, on March 1, 2026.');
  });

  it('tells each attempt of an activity by name and number, with its level as the report says it', () => {
    const lines = read('fr');
    const from = lines.indexOf('Ma semaine');
    expect(lines.slice(from, from + 5)).toEqual([
      'Ma semaine',
      'Essai 1',
      'Début : 1er mars 2026 à 10 h 05. Fin : 4 mars 2026 à 10 h 05.',
      `Votre niveau : « ${levelsFr['level.3']} » (niveau 3 sur 4).`,
      `${levelsFr['dimension.SEC']} : entre « ${levelsFr['level.2']} » et « ${levelsFr['level.3']} ».`,
    ]);
    expect(lines).toContain('Essai 2');
    expect(lines).toContain('Début : 4 mars 2026 à 10 h 05.');
    const english = read('en');
    expect(english).toContain('My week');
    expect(english).toContain(`Your level: “${levelsEn['level.3']}” (level 3 of 4).`);
  });

  it('tells each scene with its state, points and texts, under its attempt', () => {
    const lines = read('fr');
    const scenes = lines.filter((line) => line === 'Le courriel');
    expect(scenes).toHaveLength(2);
    const from = lines.indexOf('Le courriel');
    expect(lines.slice(from, from + 4)).toEqual([
      'Le courriel',
      'Terminée. Début : 1er mars 2026 à 10 h 05. 3 points sur 5. 34 gestes.',
      'Ce que vous avez écrit :',
      '&lt;b&gt;Bonjour&lt;/b&gt;',
    ]);
    expect(from).toBeGreaterThan(lines.indexOf('Essai 1'));
    expect(lines.lastIndexOf('Le courriel')).toBeGreaterThan(lines.indexOf('Essai 2'));
    expect(lines).not.toContain('Tâche par tâche');
  });

  it('calls a grade « note » and what staff write « remarque »', () => {
    const lines = read('fr');
    expect(lines.filter((line) => /\bnotes?\b/i.test(line) && !/note pour votre cours/i.test(line))).toEqual([
      '2 notes pour votre cours, du 1er mars 2026 au 4 mars 2026.',
      'Notes de votre cours (lms.example) : 1 envoi.',
    ]);
    expect(lines.some((line) => line.startsWith('Note pour votre cours : 62 sur 100, envoyée'))).toBe(true);
    expect(lines.some((line) => line.startsWith('Remarque du personnel'))).toBe(true);
  });

  it('names the organisation as the study does, and nobody if the study names none', () => {
    expect(read('fr')).toContain('Organisme : le Centre Nord.');
    const lines = [...read('fr', nothing), ...read('en', nothing)];
    expect(lines.filter((line) => /default|Organisme :|Organization:/.test(line))).toEqual([]);
  });

  it('ends no sentence with two periods', () => {
    const lines = [...read('en'), ...read('fr'), ...read('en', nothing)];
    expect(lines).toContain('Copy made on March 1, 2026, 9:18 p.m.');
    expect(lines.filter((line) => line.includes('..'))).toEqual([]);
  });

  it('tells the id that the course site gave apart from the number of the game', () => {
    expect(read('fr')).toContain('Votre identifiant sur le site du cours : 42');
    expect(read('en')).toContain('Your ID on the course site: 42');
    expect(read('en')).toContain('Your number in the game: p-1');
  });

  it('says what it leaves out without words of a database', () => {
    const reasons = [...Object.values(tablesLeftOut), ...Object.values(fieldsLeftOut)];
    const texts = reasons.flatMap(({ fr, en }) => [fr, en]);
    expect(texts.filter((text) => /\brows?\b|\bhash|\btables?\b/i.test(text))).toEqual([]);
  });

  it('never takes what was typed for markup, and says what it leaves out', () => {
    const page = renderCopy('fr', copy, about);
    expect(page).not.toContain('<b>Bonjour');
    expect(page).toContain('<li>C’est une clé.</li>');
  });
});
