import { describe, expect, it } from 'vitest';
import { featuresOfText } from '../../../../scenarios/evidence/action-features.ts';
import { namesAsked } from '../../../../scenarios/evidence/asked-features.ts';
import { listNewestScenarios } from '../../../support/scene-plays.ts';

function namesIn(scenario: string, typed: string): string[] {
  const played = listNewestScenarios().find(({ world }) => world.id === scenario);
  if (played === undefined) throw new Error(`${scenario} is not in the content`);
  const { vocabulary } = played.evidence;
  const text = { as: 'message', typed, phrases: [] } as const;
  return namesAsked(vocabulary, featuresOfText(vocabulary, played.world.values, text));
}

describe('the names of what a text says', () => {
  it('have no time when the scene asks for amounts, words or durations', () => {
    const amounts = 'Pour le plancher : 30 mL dans 5 L. Pour les taches : 90 mL. En 40 mots.';
    expect(namesIn('s13-ai-assistant', amounts)).not.toContain('time');
    for (const durations of [
      'Il me manque 1 h. J’ai travaillé 10 h et je suis payé 9 h.',
      'I’m missing 1 hour. I worked 10 hours, from 7 h to 3 h.',
    ]) {
      expect(namesIn('s17-pay-stub', durations)).not.toContain('time');
    }
  });

  it('have the time that a question asked for', () => {
    expect(namesIn('s02-inbox', 'Oui, à 17 h 30.')).toContain('time');
  });

  it('have a code only when the scene has one', () => {
    expect(namesIn('s17-pay-stub', 'Mon numéro est le 48 213.')).not.toContain('code');
    expect(namesIn('s02-inbox', 'Oui, 514 82.')).not.toContain('code');
  });
});
