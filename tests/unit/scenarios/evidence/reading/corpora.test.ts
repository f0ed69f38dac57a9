/** Every corpus is read as a fair reader reads it. Adding a sentence is a line in a file. */
import { describe, expect, it } from 'vitest';
import { expectAgreement, expectNoFalseCredit, expectNone } from '../../../../support/corpora.ts';
import { vocabularyOf } from '../../../../support/shared-words.ts';
import { valueOfTotal } from '../../../../support/total-sheet.ts';
import { featuresOfText } from '../../../../../scenarios/evidence/action-features.ts';
import { holdsCode } from '../../../../../scenarios/world/reading/codes.ts';
import type { TextFeatures } from '../../../../../scenarios/kit/log.ts';
import { readField } from '../../../../../scenarios/world/form/reading.ts';
import type { TextField } from '../../../../../scenarios/world/form/types.ts';
import { readEntry } from '../../../../../scenarios/world/sheet/entry.ts';

const answers = vocabularyOf(['clauses/v1', 'answer/v1'], { day: 'thursday' });
const names = vocabularyOf(['clauses/v1', 'file-names/v1']);
const searches = vocabularyOf(['clauses/v1', 'recycling/v1']);
const notices = vocabularyOf(['clauses/v2', 'product-notice/v1'], {
  amount: 20,
  amountFor: 'floors',
  besideAmount: 60,
  besideFor: 'spots',
});
const notes = vocabularyOf(['clauses/v2', 'ai-help/v1']);
const gaps = vocabularyOf(['clauses/v2', 'pay-gap/v1'], {
  shift: { day: 'thursday', worked: 4, paid: 1 },
});
const calls = vocabularyOf(['clauses/v2', 'meeting-sound/v1']);
const requests = vocabularyOf(['clauses/v2', 'ai-request/v1']);
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

function message(vocabulary: typeof answers, typed: string): TextFeatures {
  return featuresOfText(vocabulary, {}, { as: 'message', typed, phrases: [] });
}

/** With clauses of a version: the newer ones read the older corpora as well. */
function warnsBy(clauses: string): (typed: string) => boolean {
  const vocabulary = vocabularyOf([clauses, 'warning/v1']);
  return (typed) => message(vocabulary, typed).warn === true;
}

const warns = warnsBy('clauses/v1');

function doseIn(typed: string): string {
  const { amount, besideAmount, otherAmount } = message(notices, typed);
  if (amount === true) return otherAmount === true ? 'both' : 'right';
  if (otherAmount === true) return 'other';
  return besideAmount === true ? 'beside' : 'none';
}

function timeIn(typed: string, time: string): string {
  const { sameTime, otherTime } = message(vocabularyOf(['clauses/v2', 'time/v1'], { time }), typed);
  if (sameTime === true) return otherTime === true ? 'both' : 'same';
  return otherTime === true ? 'other' : 'none';
}

function tells(typed: string): boolean {
  const { aiHelp, check } = message(notes, typed);
  return aiHelp === true || check === true;
}

/** Joyce learns what, how many, and which day. */
function tellsGap(typed: string): boolean {
  const said = message(gaps, typed);
  const isWrong = said.unpaid === true || said.bothHours === true;
  const isOther = said.otherDay === true || said.otherHours === true;
  return isWrong && said.shiftDay === true && said.shiftHours === true && !isOther;
}

function answerIn(typed: string): string {
  const { yes, no } = message(answers, typed);
  if (yes === no) return 'none';
  return yes === true ? 'yes' : 'no';
}

function isNamed(typed: string): boolean {
  const said = featuresOfText(names, {}, { as: 'name', typed, phrases: [] });
  return said.schedule === true && months.filter((month) => said[month]).join(' ') === 'may';
}

function isUseful(typed: string): boolean {
  const said = featuresOfText(searches, {}, { as: 'search', typed, phrases: [] });
  const named = ['place', 'thing', 'day', 'hours'].filter((group) => said[group]);
  return named.length >= 2 && said.otherTown !== true && said.link !== true;
}

const anyField = { kind: 'text', label: 'l', required: true, spelling: 'any' } as const;
const fields: Readonly<Record<string, TextField>> = {
  name: { ...anyField, id: 'name', format: 'words', onCard: 'Alex Tremblay' },
  birth: { ...anyField, id: 'birth', format: 'date', onCard: '1990-03-14' },
  phone: { ...anyField, id: 'phone', format: 'phone', onCard: '819 555-0142' },
  address: { ...anyField, id: 'address', format: 'words', onCard: '12, rue des Pins, Val-Rivard' },
};

function isRight(typed: string, field: string): boolean {
  const found = fields[field];
  return found !== undefined && readField(found, typed) === 'as-on-card';
}

describe.each(['fr', 'en'] as const)('the corpora in %s', (language) => {
  it('agree on what a message warns of', () => {
    expectAgreement('warning/v1', 'warn', language, warns);
    expectNoFalseCredit('warning/v1', 'warn', language, warns);
  });

  it('agree by the newer clauses too', () => {
    expectAgreement('warning/v1', 'warn', language, warnsBy('clauses/v2'));
    expectNoFalseCredit('warning/v1', 'warn', language, warnsBy('clauses/v2'));
  });

  it.each([
    ['answer', answerIn],
    ['time', (typed: string) => message(answers, typed).time],
    ['fits', (typed: string) => message(answers, typed).timeFits],
    ['polite', (typed: string) => message(answers, typed).polite],
  ] as const)('agree on the %s of a reply', (verdict, read) => {
    expectAgreement('answer/v1', verdict, language, read);
  });

  it('agree on whether a message gives the code', () => {
    expectAgreement('code/v1', 'gives', language, (typed) => holdsCode(typed, '482 913'));
  });

  it.each(['07:42', '19:30'])('agree on whether a text gives the time %s', (time) => {
    const isOfTime = (sentence: Readonly<Record<string, unknown>>): boolean => sentence.time === time;
    expectAgreement('time/v1', 'gives', language, (typed) => timeIn(typed, time), isOfTime);
  });

  it('take no time that is denied, asked or supposed for a given one', () => {
    expectNone(
      'time/v1',
      language,
      ({ why = '' }) => /negation|question|conditional/.test(why),
      (typed) => timeIn(typed, '07:42') !== 'none',
    );
  });

  it('agree on the names of a file', () => {
    expectAgreement('file-names/v1', 'named', language, isNamed);
  });

  it('agree on which searches are useful', () => {
    expectAgreement('recycling/v1', 'useful', language, isUseful);
  });

  it('agree on the dose in a notice', () => {
    expectAgreement('product-notice/v1', 'dose', language, doseIn);
  });

  it.each(['gloves', 'cold', 'rinse'])('agree on what a notice says of: %s', (group) => {
    const says = (typed: string): boolean => message(notices, typed)[group] === true;
    expectAgreement('product-notice/v1', group, language, says);
    expectNoFalseCredit('product-notice/v1', group, language, says);
  });

  it('agree on whether a note tells that an AI helped, or asks for a check', () => {
    expectAgreement('ai-help/v1', 'tells', language, tells);
    expectNoFalseCredit('ai-help/v1', 'tells', language, tells);
  });

  it('agree on whether a note tells that nothing helped', () => {
    const alone = (typed: string): boolean => {
      const said = message(notes, typed);
      return said.alone === true && said.aiHelp !== true;
    };
    expectAgreement('ai-help/v1', 'alone', language, alone);
    expectNoFalseCredit('ai-help/v1', 'alone', language, alone);
  });

  it('agree on whether a text tells which hours of which day were not paid', () => {
    expectAgreement('pay-gap/v1', 'tells', language, tellsGap);
    expectNoFalseCredit('pay-gap/v1', 'tells', language, tellsGap);
  });

  it.each(['trouble', 'check'])('agree on what a call says of being heard: %s', (group) => {
    const says = (typed: string): boolean => message(calls, typed)[group] === true;
    expectAgreement('meeting-sound/v1', group, language, says);
    expectNoFalseCredit('meeting-sound/v1', group, language, says);
  });

  it.each(['product', 'readers', 'client'])('agree on what a request names: %s', (group) => {
    expectAgreement('ai-request/v1', group, language, (typed) => {
      const said = featuresOfText(requests, {}, { as: 'request', typed, phrases: [] });
      return said[group] === true;
    });
  });

  it('agree on the hours in a cell', () => {
    expectAgreement('cell', 'reads', language, (typed) => {
      const entry = readEntry(typed, language, 'hours');
      if (entry.kind === 'formula' && /[A-Z]\d/.test(entry.formula)) return null;
      return entry.kind === 'number' || entry.kind === 'formula' ? valueOfTotal(entry) : null;
    });
  });

  it('agree on the total of a sheet', () => {
    expectAgreement(
      'total',
      'total',
      language,
      (typed) => valueOfTotal(readEntry(typed, language, 'hours')) === 47,
    );
  });

  it.each(['name', 'birth', 'phone', 'address'])('agree on the %s in a form', (field) => {
    const isOfField = (sentence: Readonly<Record<string, unknown>>): boolean => sentence.field === field;
    expectAgreement('card', 'right', language, (typed) => isRight(typed, field), isOfField);
  });
});

describe('a text that is written to mislead', () => {
  it.each(['aucune fraude', 'pas de virus', 'c’est tu une fraude?', 'Is it a scam', 'no fraud here'])(
    'warns nobody: %s',
    (typed) => {
      expect(warns(typed)).toBe(false);
    },
  );
});

describe('the doses of two uses', () => {
  it.each(['fr', 'en'] as const)('never counts swapped doses as right in %s', (language) => {
    expectNone(
      'product-notice/v1',
      language,
      ({ why }) => why === 'doses swapped',
      (typed) => ['right', 'both'].includes(doseIn(typed)),
    );
  });
});
