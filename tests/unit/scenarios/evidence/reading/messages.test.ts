/** What typed text and ready-made sentences say together, and what no text may do. */
import { describe, expect, it } from 'vitest';
import { cpuTimeOf } from '../../../../support/cpu-time.ts';
import { vocabularyOf } from '../../../../support/shared-words.ts';
import { featuresOfText } from '../../../../../scenarios/evidence/action-features.ts';
import { namesIn } from '../../../../../scenarios/kit/feature-facts.ts';

const shared = ['clauses/v1', 'answer/v1', 'warning/v1'];
const phrases = { p1: ['yes'], p2: ['time', 'arrival'], p3: ['no'], p4: ['time', 'proposal'] };
const vocabulary = vocabularyOf(shared, { day: '{asked}', code: '{code}' }, phrases);
const values = { asked: 'thursday', code: '482 913' };

function says(typed: string, ...chosen: (keyof typeof phrases)[]): string {
  return namesIn(featuresOfText(vocabulary, values, { as: 'message', typed, phrases: chosen })).join(' ');
}

describe('a message', () => {
  it.each([
    ['', ['p1', 'p2'], 'yes time arrival timeFits'],
    ['', ['p3', 'p4'], 'no time proposal timeFits'],
    ['', ['p1', 'p4'], 'yes time proposal'],
    ['17h', ['p1'], 'yes time arrival timeFits'],
    ['plutôt vendredi 17 h', ['p1'], 'yes no time proposal'],
    ['', [], ''],
  ] as const)('puts %j and the sentences %j together', (typed, chosen, expected) => {
    expect(says(typed, ...chosen)).toBe(expected);
  });

  it('has the same features with curly or straight apostrophes, accents and capitals', () => {
    expect(says('D’ACCORD POUR JEUDI, J’ARRIVE À 17H')).toBe(says("d'accord pour jeudi, j'arrive a 17h"));
  });

  it('holds the code of its own variant only', () => {
    expect(says('4-8-2, neuf cent treize')).toContain('code');
    expect(says('715 260')).not.toContain('code');
  });

  it('names an address a link', () => {
    expect(says('colis-poste.example')).toBe('link');
    expect(says('nadia@boreal.example')).toBe('name polite');
  });

  it('is read in bounded time, whatever was typed', () => {
    const pieces = [
      'a',
      '1',
      '1 ',
      'four ',
      'cent ',
      'pas ',
      '\n',
      'à 5 ',
      '.',
      'é',
      'mai',
      'quatre ',
      '4 8 2 ',
      'fr',
    ];
    const took = cpuTimeOf(() => {
      for (const piece of pieces) says(piece.repeat(2000).slice(0, 2000));
    });
    expect(took).toBeLessThan(3000);
  });
});
