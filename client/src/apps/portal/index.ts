import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'globe',
  name: { fr: 'Internet', en: 'Internet' },
  load: () => import('./PortalApp.svelte'),
};
