import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'phrase',
  name: { fr: 'Assistant IA', en: 'AI assistant' },
  load: () => import('./AssistantApp.svelte'),
};
