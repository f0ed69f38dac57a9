import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.sheet': 'Opened the spreadsheet',
  'do.sheet.enter-number': 'Entered a number in the column “{column}”',
  'do.sheet.enter-formula': 'Entered a formula in the column “{column}”',
  'do.sheet.write.one': 'Wrote text in a cell ({count} word)',
  'do.sheet.write.other': 'Wrote text in a cell ({count} words)',
  'do.sheet.write.none': 'Erased the text in a cell',
  'do.sheet.write.unnamed': 'Wrote text in a cell',
  'do.sheet.clear': 'Cleared a cell in the column “{column}”',
  'do.sheet.sum': 'Chose “Sum” in the column “{column}”',
  'do.sheet.sort.table': 'Sorted the whole table by “{column}”',
  'do.sheet.sort.column': 'Sorted only the column “{column}”',
  'do.sheet.flag': 'Flagged a problem in a row',
  'do.sheet.unflag': 'Removed a flag',
  'do.sheet.answer': 'Answered “{choice}”',
};
