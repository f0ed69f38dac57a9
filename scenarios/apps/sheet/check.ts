import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import { findFormula } from '../../world/sheet/formula-text.ts';
import { isCanonicalNumber } from '../../world/sheet/numbers.ts';
import type { CellContent, SheetRow, SheetWorld } from '../../world/sheet/types.ts';
import type { AppChecks } from '../../kit/app.ts';

export const sheetChecks: AppChecks = {
  isIn: ({ sheet }) => sheet !== undefined,
  check: ({ sheet }, report) => {
    if (sheet) checkSheet(sheet, report);
  },
  textKeys: ({ sheet }) =>
    sheet === undefined
      ? []
      : [
          sheet.title,
          ...sheet.words.map(({ text }) => text),
          ...sheet.columns.map(({ title }) => title),
          ...sheet.questions.map(({ text }) => text),
        ],
  places: ['flag', 'sort', 'sum', 'table'],
  choices: ({ sheet }) =>
    (sheet?.questions ?? []).map(({ choices }) =>
      choices.map((choice) => sheet?.words.find(({ id }) => id === choice)?.text ?? choice),
    ),
  kinds: ['row', 'question', 'cell'],
  targets: ({ sheet }, kind) => {
    if (sheet === undefined) return [];
    const rows = [...sheet.rows, ...sheet.below].map(({ id }) => id);
    if (kind === 'row') return sheet.rows.map(({ id }) => id);
    if (kind === 'question') return sheet.questions.map(({ id }) => id);
    return kind === 'cell' ? rows.flatMap((row) => sheet.columns.map(({ id }) => `${row}.${id}`)) : [];
  },
};

function checkSheet(sheet: SheetWorld, report: Report): void {
  const words = sheet.words.map(({ id }) => id);
  expectUnique(words, ['sheet', 'words'], report);
  expectUnique(
    sheet.columns.map(({ id }) => id),
    ['sheet', 'columns'],
    report,
  );
  expectUnique(
    ['head', ...sheet.rows, ...sheet.below].map((row) => (typeof row === 'string' ? row : row.id)),
    ['sheet', 'rows'],
    report,
  );
  for (const part of ['rows', 'below'] as const) {
    sheet[part].forEach((row, index) => {
      checkRow(sheet, row, (path, code, params) => {
        report(['sheet', part, index, ...path], code, params);
      });
    });
  }
  sheet.questions.forEach(({ choices }, index) => {
    expectKnown(choices, words, 'word', ['sheet', 'questions', index], report);
    expectUnique(choices, ['sheet', 'questions', index], report);
  });
}

function checkRow(sheet: SheetWorld, { id, cells }: SheetRow, report: Report): void {
  const words = sheet.words.map((word) => word.id);
  if (cells.length !== sheet.columns.length) {
    report([], 'sheet.row-length', { row: id, cells: cells.length, columns: sheet.columns.length });
  }
  cells.forEach((content, index) => {
    if (content === null) return;
    if ('word' in content) expectKnown([content.word], words, 'word', ['cells', index], report);
    else if (!isCanonical(content)) report(['cells', index], 'sheet.not-canonical', { row: id });
  });
}

function isCanonical(content: CellContent): boolean {
  if ('number' in content) return isCanonicalNumber(content.number);
  if ('date' in content) return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(content.date);
  if ('time' in content) return isTime(content.time);
  return 'formula' in content && findFormula(content.formula) !== undefined;
}

function isTime(time: string): boolean {
  const [, from, to] = /^(\d|1\d|2[0-3])-(\d|1\d|2[0-4])$/.exec(time) ?? [];
  return from !== undefined && to !== undefined && Number(from) < Number(to);
}
