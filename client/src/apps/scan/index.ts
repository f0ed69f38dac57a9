import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'camera',
  name: { fr: 'Lecteur de codes', en: 'Code reader' },
  load: () => import('./ScanApp.svelte'),
};
