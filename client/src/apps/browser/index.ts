import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'web',
  name: { fr: 'Navigateur', en: 'Web browser' },
  load: () => import('./BrowserApp.svelte'),
};
