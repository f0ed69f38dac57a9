import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'people',
  name: { fr: 'Réunion', en: 'Meeting' },
  load: () => import('./MeetingApp.svelte'),
};
