import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'form',
  name: { fr: 'Formulaire', en: 'Form' },
  load: () => import('./FormApp.svelte'),
};
