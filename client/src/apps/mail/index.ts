import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'mail',
  name: { fr: 'Courriel', en: 'Mail' },
  height: 'fits',
  load: () => import('./MailApp.svelte'),
};
