import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../scenarios/kit/yaml-source.ts';
import {
  AnswersFile,
  answersIn,
  askAnswers,
  type KitAnswer,
  listUnplaced,
  writeAnswers,
} from '../../../../server/adoption/answers.ts';
import { makeDocuments } from '../../../../server/adoption/documents.ts';
import { canBeAnswered } from '../../../../server/adoption/fill-in.ts';
import { questionsOf } from '../../../../server/adoption/questions.ts';
import { installations, languages, textOf } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

/** As somebody would write it who answers everything. */
function answerAll(asked: readonly KitAnswer[]): KitAnswer[] {
  const said: Readonly<Record<string, string>> = { confirm: 'oui', choice: '1', box: 'tout', tick: 'all' };
  return asked.map((one, index) => ({ ...one, answer: said[one.kind] ?? `Réponse "${index}"\nsuite` }));
}

function read(text: string): readonly KitAnswer[] {
  return readYaml('answers.yaml', text, AnswersFile).source?.data.answers ?? [];
}

describe.each(installations)('the answers of %s', (_name, facts) => {
  it('have each question once, by a name that no other question has', () => {
    const asked = askAnswers(facts, []);
    for (const language of languages)
      expect(new Set(asked.map((one) => one[language])).size).toBe(asked.length);
    expect(asked.every(({ fr, en, answer }) => fr !== '' && en !== '' && answer === '')).toBe(true);
  });

  it.each(languages)(
    'fill in every place but signatures and steps, and leave no question there: %s',
    (language) => {
      const asked = answerAll(askAnswers(facts, []));
      const parts = makeDocuments(facts, language, answersIn(language, asked));
      const left = parts.flatMap(({ blocks }) => questionsOf(blocks));
      expect(left.filter(canBeAnswered)).toEqual([]);
      const text = parts.map(textOf).join('\n');
      const missing = asked
        .filter(({ kind }) => kind === 'words' || kind === 'sentences')
        .filter(({ answer }) => !text.includes(answer));
      expect(missing).toEqual([]);
    },
  );

  it('are the same after they were written and read', () => {
    const answered = answerAll(askAnswers(facts, []));
    expect(askAnswers(facts, read(writeAnswers(answered)))).toEqual(answered);
  });
});

describe('an answer', () => {
  const answer = (fr: string, said: string): string => {
    const asked = askAnswers(muchKnown, []).map((one) =>
      one.fr.startsWith(fr) ? { ...one, answer: said } : one,
    );
    expect(asked.filter((one) => one.answer !== '')).toHaveLength(1);
    return makeDocuments(muchKnown, 'fr', answersIn('fr', asked))
      .map((part) => textOf(part))
      .join('\n');
  };

  it('accepts what is proposed with a yes, and replaces it with other words', () => {
    expect(answer('Prochaine révision', 'Oui')).toContain(
      'Un an après le début. Plus tôt si une fin, un destinataire ou un lieu change. **☑**',
    );
    const other = answer('Prochaine révision', 'Dans six mois.');
    expect(other).toContain('Dans six mois.');
    expect(other).not.toContain('Un an après le début.');
  });

  it('ticks a choice, boxes of a column and a list by their numbers, and leaves the others', () => {
    expect(answer('Conclusion – d’après', '2')).toContain('☐ Tout est au Québec\n☑ Un lieu ou plus');
    expect(answer('Ce qui revient à l’organisme', '1, 3')).toContain(
      '☑ Le disque du serveur et les copies sont chiffrés.\n☑ Le serveur mandataire',
    );
    expect(answer('Ce qui revient à l’organisme', '1, 3')).toContain('6 cases à cocher (2)');
    expect(answer('8. Les risques', '2')).toContain('faible **☑**');
    expect(answer('7. À cocher', '1, 2, 3')).toContain('1 case à cocher (9)');
    expect(answer('8. Les risques', '2')).toContain('9 cases à cocher (2)');
  });

  it('stays in the next kit if its question is still asked, and is told of if it is not', () => {
    const answered = answerAll(askAnswers(halfKnown, []));
    const asked = askAnswers(nothingKnown, answered);
    expect(asked.find(({ fr }) => fr.startsWith('Début prévu'))?.answer).toContain('Réponse');
    const unplaced = listUnplaced(asked, answered);
    expect(unplaced.map(({ fr }) => fr).join('\n')).toContain('Moodle du collège');
    expect(unplaced.every(({ document }) => document === null)).toBe(true);
    const again = read(writeAnswers([...asked, ...unplaced]));
    expect(listUnplaced(askAnswers(nothingKnown, again), again)).toEqual(unplaced);
  });

  it('leaves a document that nobody answered as it was', () => {
    for (const language of languages)
      expect(makeDocuments(muchKnown, language, () => '')).toEqual(makeDocuments(muchKnown, language));
  });
});
