import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'home',
  name: { fr: 'Accueil', en: 'Home' },
  load: () => import('./HomeApp.svelte'),
};
