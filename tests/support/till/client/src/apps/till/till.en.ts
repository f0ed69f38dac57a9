import type { tillFr } from './till.fr.ts';

export const tillEn: Readonly<Record<keyof typeof tillFr, string>> = {
  'app.title': 'Till',
  receipt: 'Receipt',
  'action.ringUp': 'Add {article}',
  'action.takeBack': 'Remove {article}',
  'action.close': 'Close the till',
  total: 'Total: {total}',
};
