import { phraseTextKeys, type AppChecks } from '../../kit/app.ts';
import { expectUnique, type Report } from '../../kit/expect.ts';
import type { MeetingWorld } from '../../world/meeting/types.ts';

export const meetingChecks: AppChecks = {
  isIn: ({ meeting }) => meeting !== undefined,
  check: ({ meeting }, report) => {
    if (meeting) checkMeeting(meeting, report);
  },
  textKeys: ({ meeting }) => (meeting ? textsOf(meeting) : []),
  phraseGroups: ({ meeting }) => meeting?.phraseGroups ?? [],
  places: ['list', 'people', 'captions', 'devices', 'sound', 'share', 'compose', 'phrases', 'leave'],
  choices: ({ meeting }) =>
    meeting === undefined
      ? []
      : [
          meeting.windows.map(({ title }) => title),
          meeting.sources.map(({ label }) => label),
          meeting.phraseGroups.flatMap(({ phrases }) => phrases.map(({ text }) => text)),
        ],
  kinds: ['meeting'],
  targets: ({ meeting }, kind) => (kind === 'meeting' ? (meeting?.meetings ?? []).map(({ id }) => id) : []),
};

function textsOf({
  meetings,
  noise,
  sources,
  windows,
  turns,
  replies,
  phraseGroups,
}: MeetingWorld): string[] {
  return [
    ...meetings.flatMap(({ title, when }) => [title, when]),
    noise,
    ...sources.map(({ label }) => label),
    ...windows.flatMap(({ title, lines }) => [title, ...lines]),
    ...turns.flatMap(({ text, writing }) => [text, ...(writing === undefined ? [] : [writing])]),
    ...[replies.heard, replies.read],
    ...phraseTextKeys(phraseGroups),
  ];
}

function checkMeeting(meeting: MeetingWorld, report: Report): void {
  for (const part of ['meetings', 'sources', 'windows', 'turns'] as const) {
    expectUnique(
      meeting[part].map(({ id }) => id),
      ['meeting', part],
      report,
    );
  }
}
