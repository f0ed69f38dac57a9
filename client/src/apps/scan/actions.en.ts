import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.scan': 'Opened the code reader',
  'do.scan.start': 'Asked to open the camera',
  'do.scan.stop': 'Closed the camera',
  'do.scan.allow': 'Allowed the camera',
  'do.scan.refuse': 'Did not allow the camera',
  'do.scan.read': 'Read a code: {code}',
  'do.scan.read.unnamed': 'Read a code',
  'do.scan.enter': 'Typed a code: {code}',
  'do.scan.enter.unnamed': 'Typed a code',
  'do.scan.cancel': 'Did not open the address of a code',
  'do.scan.open': 'Opened the address of a code: {code}',
  'do.scan.open.unnamed': 'Opened the address of a code',
};
