import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'phone',
  name: { fr: 'Textos', en: 'Texts' },
  height: 'fits',
  load: () => import('./PhoneApp.svelte'),
};
