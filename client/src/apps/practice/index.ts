import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'pointer',
  name: { fr: 'Pour essayer', en: 'Practice' },
  height: 'short',
  load: () => import('./PracticeApp.svelte'),
};
