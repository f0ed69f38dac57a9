import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'sheet',
  name: { fr: 'Chiffrier', en: 'Spreadsheet' },
  load: () => import('./SheetApp.svelte'),
};
