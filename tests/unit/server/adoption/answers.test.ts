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
import { isFill, type Fill, partsOf } from '../../../../server/adoption/blocks.ts';
import { makeDocuments } from '../../../../server/adoption/documents.ts';
import { canBeAnswered } from '../../../../server/adoption/fill-in.ts';
import { linesOf } from '../../../../server/adoption/minutes.ts';
import { listWarnings } from '../../../../server/adoption/warn-answers.ts';
import { questionsOf } from '../../../../server/adoption/questions.ts';
import { installations, languages, textOf } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

/** As somebody would write it who answers everything. */
function answerAll(asked: readonly KitAnswer[]): KitAnswer[] {
  const said: Readonly<Record<string, string>> = { confirm: 'oui', choice: '1', box: 'tout', tick: 'all' };
  return asked.map((one, index) => {
    const words = `Réponse "${index}"\nsuite`;
    // The first choice has a blank of its own there.
    const isBlank = one.choices?.[0]?.includes('……') ?? false;
    return { ...one, answer: isBlank ? words : (said[one.kind] ?? words) };
  });
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

  it.each(['Oui', 'oui.', 'ok', 'D’accord', "d'accord", 'YES!', ' Ok. '])(
    'accepts what is proposed with « %s »',
    (yes) => {
      expect(answer('Prochaine révision', yes)).toContain(
        'Un an après le début. Plus tôt si une fin, un destinataire ou un lieu change. **☑**',
      );
    },
  );

  it('replaces what is proposed with other words', () => {
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
    expect(answer('8. Les risques', '2-4, 6')).toContain('6 cases à cocher (2)');
    expect(answer('8. Les risques', 'Toutes.')).not.toContain('8. Les risques – ');
  });

  it('that has a blank stays open, with what was chosen, and is counted', () => {
    const openIn = (fr: string, said: string): Fill[] => {
      const asked = askAnswers(muchKnown, []).map((one) =>
        one.fr.startsWith(fr) ? { ...one, answer: said } : one,
      );
      const parts = makeDocuments(muchKnown, 'fr', answersIn('fr', asked));
      expect(parts.slice(0, 1).map(textOf).join('').includes(fr)).toBe(said !== '1');
      return parts
        .flatMap(({ blocks }) => blocks.flatMap(linesOf))
        .flatMap(partsOf)
        .filter(isFill);
    };
    const [chosen] = openIn('Bailleur de fonds', '3').filter(({ picked }) => picked !== undefined);
    expect([...(chosen?.picked ?? [])]).toEqual([3]);
    expect(openIn('Bailleur de fonds', '1').some(({ picked }) => picked !== undefined)).toBe(false);
    const [written] = openIn('Début prévu', 'Le ………… mars').filter(({ fill }) => fill.includes('mars'));
    expect(written?.kind).toBe('words');
    const [other] = openIn('Usage interdit', 'Sauf …………').filter(({ fill }) => fill.startsWith('Sauf'));
    expect(other?.kind).toBe('words');
  });

  it('of document 1 is said wherever the others name it, and its place is highlighted until then', () => {
    const said: Readonly<Record<string, string>> = {
      'Organisme – nom légal de l’organisme': 'Atelier Boréal inc.',
      'Responsable des renseignements personnels – nom, titre, coordonnées': 'Ana Exemple, directrice',
      'Contact pour les questions et les plaintes – courriel ou téléphone': 'plaintes@boreal.example',
    };
    const asked = askAnswers(nothingKnown, []).map((one) => ({ ...one, answer: said[one.fr] ?? '' }));
    for (const language of languages) {
      const parts = makeDocuments(nothingKnown, language, answersIn(language, asked));
      const textIn = (key: string): string =>
        parts
          .filter((part) => part.key === key)
          .map(textOf)
          .join('');
      for (const key of ['impact', 'policy'])
        for (const one of Object.values(said)) expect(textIn(key)).toContain(one);
      expect(textIn('automated')).toContain('plaintes@boreal.example');
      const open = makeDocuments(nothingKnown, language).filter(({ key }) => key === 'policy');
      const places = open.flatMap(({ blocks }) => blocks.flatMap(linesOf).flatMap(partsOf).filter(isFill));
      expect(places.filter(({ kind }) => kind === 'shared').length).toBeGreaterThanOrEqual(4);
      expect(open.flatMap(({ blocks }) => questionsOf(blocks)).map(({ kind }) => kind)).not.toContain(
        'shared',
      );
    }
  });

  it('stays in the next kit if only fixed spaces or marks of code changed in its question', () => {
    const answered = answerAll(askAnswers(halfKnown, [])).map((one) => ({
      ...one,
      fr: one.fr.replaceAll('\u00a0', ' ').replace('(recipients)', '(`recipients`)'),
      en: `Earlier words of ${one.en}`,
    }));
    const asked = askAnswers(halfKnown, answered);
    expect(asked.map(({ answer }) => answer)).toEqual(answered.map(({ answer }) => answer));
    expect(listUnplaced(asked, answered)).toEqual([]);
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

  it('about places outside Québec asks to mend a notice that says otherwise', () => {
    const stepsFor = (leavesQuebec: boolean | null, said: string): string[] => {
      const facts = {
        ...muchKnown,
        studies: muchKnown.studies.map((one) => ({ ...one, facts: { ...one.facts, leavesQuebec } })),
      };
      return languages.flatMap((language) => {
        const asked = askAnswers(facts, []).map((one) =>
          one.en.startsWith('Conclusion – ') ? { ...one, answer: said } : one,
        );
        return makeDocuments(facts, language, answersIn(language, asked))
          .filter(({ key }) => key === 'impact')
          .flatMap(({ blocks }) => questionsOf(blocks))
          .filter(({ kind }) => kind === 'step')
          .map(({ asks }) => asks);
      });
    };
    expect(stepsFor(false, '2')).toEqual([
      expect.stringContaining('`leavesQuebec: true`'),
      expect.stringContaining('`leavesQuebec: true`'),
    ]);
    expect(stepsFor(null, '2')).toHaveLength(2);
    expect(stepsFor(true, '1')[0]).toContain('`leavesQuebec: false`');
    for (const [leaves, said] of [
      [false, '1'],
      [true, '2'],
      [null, '1'],
      [true, ''],
    ] as const)
      expect(stepsFor(leaves, said)).toEqual([]);
  });

  it('about places outside Québec that disagrees with the file of a study is told when the kit is made', () => {
    const warningsFor = (said: string, language: 'fr' | 'en'): string[] => {
      const asked = askAnswers(halfKnown, []).map((one) =>
        one.en.startsWith('Conclusion – ') ? { ...one, answer: said } : one,
      );
      return listWarnings(halfKnown, asked, language);
    };
    expect(warningsFor('2', 'fr')).toEqual([
      expect.stringMatching(/^Document 2, chapitre 7\. L’avis de l’étude de base .*`leavesQuebec: true`/),
      expect.stringMatching(/^Document 2, chapitre 7\. L’avis de «\u00a0LINC\u00a0» .*`leavesQuebec: true`/),
    ]);
    expect(warningsFor('2', 'en')[1]).toMatch(/^Document 2, chapter 7\. The notice of “LINC” /);
    expect(warningsFor('1', 'fr')).toEqual([]);
    expect(warningsFor('', 'fr')).toEqual([]);
  });

  it('leaves a document that nobody answered as it was', () => {
    for (const language of languages)
      expect(makeDocuments(muchKnown, language, () => '')).toEqual(makeDocuments(muchKnown, language));
  });
});
