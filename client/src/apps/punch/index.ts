import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'clock',
  name: { fr: 'Pointage', en: 'Punch clock' },
  load: () => import('./PunchApp.svelte'),
};
