import type { WorldAction } from '../../scenarios/world/types.ts';
import { applicationActivity } from '../activities.ts';
import type { Activity } from '../statement.ts';
import { appStatements } from './app-list.ts';

export const deskName = { en: 'Desk', fr: 'Bureau' } as const;

export function appActivity(app: WorldAction['app']): Activity {
  return applicationActivity(app, app === 'desk' ? deskName : appStatements[app].name);
}
