import { findById, type SimulatedApp } from '../../kit/app.ts';
import { homeChecks } from './check.ts';
import { homeFacts } from './facts.ts';
import { homeAction, homeWorld } from './schema.ts';
import { homeStarter } from './starter.ts';

export const home = {
  schema: { world: homeWorld, action: homeAction },
  checks: homeChecks,
  facts: homeFacts,
  looks: ['open-icon', 'back', 'leave', 'open-notice', 'open-settings', 'find-settings'],
  isTyped: ({ type }) => type === 'find-settings',
  wording: { switch: ({ on }) => (on ? 'on' : 'off') },
  names: {
    iconId: { as: 'icon', of: ({ home }, id) => findById(home?.icons, id)?.name },
    noticeId: { as: 'notice', of: ({ home }, id) => findById(home?.notices, id)?.title },
    answerId: {
      as: 'answer',
      of: ({ home }, id) =>
        findById(
          home?.notices.flatMap((notice) => (notice.kind === 'asking' ? notice.answers : [])),
          id,
        )?.label,
    },
    pageId: { as: 'page', of: ({ home }, id) => findById(home?.settings, id)?.title },
    settingId: {
      as: 'setting',
      of: ({ home }, id) => {
        const rows = home?.settings.flatMap((page) => page.rows) ?? [];
        return findById(
          rows.flatMap((row) => (row.kind === 'switch' ? [row] : [])),
          id,
        )?.label;
      },
    },
  },
  starter: homeStarter,
} as const satisfies SimulatedApp<'home'>;
