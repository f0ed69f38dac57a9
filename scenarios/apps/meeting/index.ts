import { findById, phraseNaming, type SimulatedApp } from '../../kit/app.ts';
import { meetingChecks } from './check.ts';
import { meetingFacts } from './facts.ts';
import { meetingAction, meetingWorld } from './schema.ts';
import { meetingStarter } from './starter.ts';

export const meeting = {
  schema: { world: meetingWorld, action: meetingAction },
  checks: meetingChecks,
  facts: meetingFacts,
  looks: ['open', 'close', 'open-panel', 'close-panel'],
  wording: {
    'choose-way': ({ way }) => way,
    mic: ({ on }) => (on ? 'on' : 'off'),
    camera: ({ on }) => (on ? 'on' : 'off'),
    hand: ({ on }) => (on ? 'on' : 'off'),
    'open-panel': ({ panel }) => panel,
  },
  names: {
    meetingId: { as: 'meeting', of: ({ meeting }, id) => findById(meeting?.meetings, id)?.title },
    sourceId: { as: 'source', of: ({ meeting }, id) => findById(meeting?.sources, id)?.label },
    windowId: { as: 'window', of: ({ meeting }, id) => findById(meeting?.windows, id)?.title },
    phraseId: phraseNaming(({ meeting }) => meeting?.phraseGroups),
  },
  finalTextOf({ apps: { meeting } }, { type }) {
    if ((type !== 'say' && type !== 'send') || !meeting) return undefined;
    return { as: 'message', ...meeting.draft };
  },
  starter: meetingStarter,
} as const satisfies SimulatedApp<'meeting'>;
