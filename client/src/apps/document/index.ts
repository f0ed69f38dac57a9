import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'draft',
  name: { fr: 'Document', en: 'Document' },
  load: () => import('./DocumentApp.svelte'),
};
