import type { ActionOf, Starter } from '../../kit/app.ts';
import type { SheetWorld } from '../../world/sheet/types.ts';

export const sheetStarter: Starter<SheetWorld, ActionOf<'sheet'>> = {
  about: {
    fr: 'Une feuille de calcul, avec des nombres, des formules et un tri.',
    en: 'A spreadsheet, with numbers, formulas and sorting.',
  },
  name: { fr: 'Feuille de calcul', en: 'Spreadsheet' },
  world: {
    title: 'sheet.title',
    words: [
      { id: 'mon', text: 'sheet.mon' },
      { id: 'tue', text: 'sheet.tue' },
      { id: 'total', text: 'sheet.total' },
    ],
    columns: [
      { id: 'day', title: 'sheet.day' },
      { id: 'hours', title: 'sheet.hours' },
    ],
    rows: [
      { id: 'r1', cells: [{ word: 'mon' }, { number: '4' }] },
      { id: 'r2', cells: [{ word: 'tue' }, { number: '3' }] },
    ],
    below: [{ id: 'b1', cells: [{ word: 'total' }, null] }],
    questions: [],
  },
  texts: {
    fr: {
      'sheet.title': 'Heures de la semaine',
      'sheet.mon': 'lundi',
      'sheet.tue': 'mardi',
      'sheet.total': 'Total',
      'sheet.day': 'Jour',
      'sheet.hours': 'Heures',
    },
    en: {
      'sheet.title': 'Hours of the week',
      'sheet.mon': 'Monday',
      'sheet.tue': 'Tuesday',
      'sheet.total': 'Total',
      'sheet.day': 'Day',
      'sheet.hours': 'Hours',
    },
  },
  where: 'sheet:cell:b1.hours',
  way: [{ app: 'sheet', type: 'sum', row: 'b1', column: 'hours' }],
};
