import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.punch': 'Opened the punch app',
  'do.punch.show.clock': 'Opened the page to punch',
  'do.punch.show.count': 'Opened the page of the count',
  'do.punch.punch.in': 'Pressed “Punch in”',
  'do.punch.punch.break': 'Pressed “Break”',
  'do.punch.punch.out': 'Pressed “Punch out”',
  'do.punch.punch-again.yes': 'Chose to punch again',
  'do.punch.punch-again.no': 'Chose not to punch again',
  'do.punch.open-shelf.scan': 'Scanned the label of shelf {shelf}',
  'do.punch.open-shelf.scan.unnamed': 'Scanned the label of a shelf',
  'do.punch.open-shelf.code': 'Typed the code of shelf {shelf}',
  'do.punch.open-shelf.code.unnamed': 'Typed the code of a shelf',
  'do.punch.close-shelf': 'Went back to the list of shelves',
  'do.punch.count': 'Entered {number} for shelf {shelf}',
  'do.punch.count.unnamed': 'Entered the number of a shelf',
  'do.punch.count.empty': 'Erased the number of shelf {shelf}',
  'do.punch.count.empty.unnamed': 'Erased the number of a shelf',
  'do.punch.choose-unit': 'Chose the unit “{unit}”',
  'do.punch.choose-unit.unnamed': 'Chose a unit',
  'do.punch.send': 'Pressed to send the count',
};
