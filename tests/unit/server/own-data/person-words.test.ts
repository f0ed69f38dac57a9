/** Sentences that everybody can read, in the time zone of the organisation. */
import { describe, expect, it } from 'vitest';
import { type Description, keptKinds } from '../../../../server/own-data/description.ts';
import { renderCopy } from '../../../../server/own-data/copy-page.ts';
import type { PersonCopy } from '../../../../server/own-data/person-copy.ts';
import { personEn } from '../../../../server/own-data/person-words.en.ts';
import { personFr } from '../../../../server/own-data/person-words.fr.ts';

const at = Date.parse('2026-03-01T15:05:00Z');
const about: Description = {
  kept: keptKinds.map((kind) => ({ kind, count: 2, first: at, last: at + 3 * 86_400_000 })),
  scenes: [
    { title: { fr: 'Le courriel', en: 'The mail' }, actions: 34, typed: ['<b>Bonjour</b>'], at },
    { title: null, actions: 1, typed: [], at },
  ],
  sent: [
    { host: 'store.example', purpose: 'operational', sent: 12, waiting: 1 },
    { host: 'lms.example', purpose: 'grades', sent: 1, waiting: 0 },
  ],
  opened: [{ at, by: 'staff', how: 'opened' }],
  keptMonths: 24,
  timeZone: 'America/Toronto',
};
const nothing: Description = { ...about, kept: [], scenes: [], sent: [], opened: [], keptMonths: null };

const copy: PersonCopy = {
  format: 'numplus.person-copy.1',
  madeAt: new Date(at).toISOString(),
  build: 'test',
  organisation: 'Nord',
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

describe('the words of « Mes données »', () => {
  it.each([
    ['fr', personFr],
    ['en', personEn],
  ] as const)('have short sentences in %s, with something and with nothing', (_language, sections) => {
    const fixed = [...sections(about), ...sections(nothing)].flatMap(({ sentences }) => sentences);
    // A period of two dates and a host make a line of facts, which is no sentence to read at once.
    const long = fixed.filter((sentence) => !/\d{4}|\(/.test(sentence) && sentence.split(/\s+/).length > 12);
    expect(long).toEqual([]);
    expect(fixed.every((sentence) => sentence.endsWith('.'))).toBe(true);
  });

  it('name staff by role, and days as French writes them', () => {
    const text = JSON.stringify(personFr(about));
    expect(text).toContain('Le courriel\u00a0: 34 gestes, 1 texte, le 1er mars 2026.');
    expect(text).toMatch(/1er mars 2026, 10 h 05\u00a0: le personnel de votre cours l’a regardé\./);
    expect(text).toContain('2 gestes dans le jeu, du 1er mars 2026 au 4 mars 2026.');
    expect(JSON.stringify(personEn(about))).toContain('The mail: 34 actions, 1 text, on March 1, 2026.');
  });

  it('make a page in which what was typed is text and never markup', () => {
    const page = renderCopy('fr', copy, about);
    expect(page).toContain('<blockquote>&lt;b&gt;Bonjour&lt;/b&gt;</blockquote>');
    expect(page).toContain('<li>C’est une clé.</li>');
    expect(page).not.toContain('<b>Bonjour');
  });
});
