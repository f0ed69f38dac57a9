import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'lock',
  name: { fr: 'Ordinateur', en: 'Computer' },
  height: 'fits',
  load: () => import('./SignInApp.svelte'),
};
