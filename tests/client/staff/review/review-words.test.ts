import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { hasText, isCounted } from '../../../../client/src/staff/review/review-texts.ts';
import {
  describeEntry,
  formatDate,
  formatDuration,
  formatSince,
} from '../../../../client/src/staff/review/review-words.ts';
import { ActionSchema } from '../../../../scenarios/schema/action-schema.ts';
import type { TimelineEntry } from '../../../../server/contract/review.ts';
import { keyOfAction } from '../../../../server/reporting/action-words.ts';
import { sampleActions } from './sample-actions.ts';

const nbsp = '\u00a0';

function entry(change: Partial<TimelineEntry>): TimelineEntry {
  return {
    logSeq: 1,
    at: 0,
    sceneId: '1',
    sinceSceneMs: 0,
    what: 'mail.close',
    names: {},
    words: null,
    features: [],
    refused: false,
    ...change,
  };
}

afterEach(() => {
  locale.current = 'fr';
});

describe('the text of an action', () => {
  it('names what was touched, in the reader’s language', () => {
    const opened = entry({
      what: 'mail.open',
      names: { message: { fr: 'Jeudi soir', en: 'Thursday night' } },
    });
    expect(describeEntry(opened)).toBe(`A ouvert le message «${nbsp}Jeudi soir${nbsp}»`);
    locale.current = 'en';
    expect(describeEntry(opened)).toBe('Opened the message “Thursday night”');
  });

  it('has no name if there is none', () => {
    expect(describeEntry(entry({ what: 'mail.open' }))).toBe('A ouvert un de ses messages');
  });

  it('says how much was written, never what', () => {
    const write = (words: number | null): string => describeEntry(entry({ what: 'mail.write', words }));
    expect([write(42), write(1), write(0), write(null)]).toEqual([
      'A écrit un texte (42 mots)',
      'A écrit un texte (1 mot)',
      'A effacé son texte',
      'A écrit un texte',
    ]);
  });

  it('adds the features of a sent text, and that a refused action had no effect', () => {
    const sent = entry({ what: 'mail.send', features: ['yes', 'time', 'of-tomorrow'] });
    expect(describeEntry(sent)).toBe(`A envoyé le message${nbsp}: un oui, une heure`);
    expect(describeEntry(entry({ what: 'mail.send', refused: true }))).toBe(
      'A envoyé le message (sans effet)',
    );
  });

  it('is a plain general text for an action without its own', () => {
    expect(describeEntry(entry({ what: 'sheet.sort' }))).toBe('Autre geste (sheet.sort)');
  });

  it('exists for every action of the worlds and of the frame', () => {
    expect(
      sampleActions
        .filter(({ app }) => app !== 'frame')
        .map((action) => ActionSchema.safeParse(action).success),
    ).not.toContain(false);
    const missing = sampleActions
      .map((action) => `do.${keyOfAction(action)}`)
      .filter((key) => !hasText(key) && !isCounted(key));
    expect(missing).toEqual([]);
  });
});

describe('times in a review', () => {
  it('are whole minutes for a duration', () => {
    expect([20_000, 90_000, 3_600_000, 5_400_000].map(formatDuration)).toEqual([
      'Moins d’une minute',
      `2${nbsp}min`,
      `1${nbsp}h 0${nbsp}min`,
      `1${nbsp}h 30${nbsp}min`,
    ]);
  });

  it('have more precision within a scene', () => {
    expect([7_900, 65_000, 3_700_000, 200_000_000].map(formatSince)).toEqual([
      `7${nbsp}s`,
      `1${nbsp}min 05${nbsp}s`,
      `1${nbsp}h 1${nbsp}min`,
      `2${nbsp}j`,
    ]);
  });

  it('are dates in the organisation’s time zone', () => {
    const night = Date.UTC(2026, 10, 25, 3, 30);
    expect(formatDate(night, 'America/Montreal')).toMatch(/^24 novembre 2026/);
    expect(formatDate(night, 'Europe/Paris')).toMatch(/^25 novembre 2026/);
  });
});
