import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'sheet',
  name: { fr: 'Feuille de calcul', en: 'Spreadsheet' },
  height: 'tall',
  load: () => import('./SheetApp.svelte'),
};
