import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.sheet': 'Opened the spreadsheet',
  'do.sheet.enter-number': 'Put a number in the column “{column}”',
  'do.sheet.enter-formula': 'Put a formula in the column “{column}”',
  'do.sheet.write.one': 'Wrote a text in a cell ({count} word)',
  'do.sheet.write.other': 'Wrote a text in a cell ({count} words)',
  'do.sheet.write.none': 'Erased the text of a cell',
  'do.sheet.write.unnamed': 'Wrote a text in a cell',
  'do.sheet.clear': 'Emptied a cell of the column “{column}”',
  'do.sheet.sum': 'Chose “Sum” in the column “{column}”',
  'do.sheet.sort.table': 'Sorted the whole table by “{column}”',
  'do.sheet.sort.column': 'Sorted the column “{column}” only',
  'do.sheet.flag': 'Flagged a problem in a row',
  'do.sheet.unflag': 'Took a flag away',
  'do.sheet.answer': 'Answered “{choice}”',
};
