import { describe, expect, it } from 'vitest';
import { content } from '../../../support/s02.ts';

describe.each(content.scenarios().map((version) => [version.scenario, version] as const))(
  'the topics of conversation after %s',
  (_, version) => {
    const { misconceptions } = content.evidence(version);
    const texts = content.evidenceTexts(version);

    it('include an open question in both languages', () => {
      const questions = misconceptions.flatMap(({ ask }) =>
        ask === undefined ? [''] : [texts.fr[ask] ?? '', texts.en[ask] ?? ''],
      );
      expect(questions.filter((question) => !question.endsWith('?'))).toEqual([]);
      // A question that can be answered by yes or no opens no conversation.
      expect(
        questions.filter((question) => /^(Est-ce que|Avez-vous|Savez-vous|Do |Did |Are |Is )/.test(question)),
      ).toEqual([]);
    });
  },
);
