import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'done',
  name: { fr: 'Caisse', en: 'Till' },
  load: () => import('./TillApp.svelte'),
};
