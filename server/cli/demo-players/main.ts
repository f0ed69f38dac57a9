/** A process of its own: reading scenes would keep the tool busy. */
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonActionsAnswer, SettingsRequest } from '../../contract/staff-actions.ts';
import type { ActivityAnswer } from '../../contract/teach.ts';
import { deliveredFolder } from '../../content/delivered-folder.ts';
import { beginWeek, playWeek } from './play-week.ts';
import type { Player } from './players.ts';
import { players } from './players.ts';
import { WaysReader } from './scene-ways.ts';
import { type Places, ToolSession } from './tool-session.ts';

/** Of the sandbox LMS. */
const weekActivity = 4;
const teacher = 3;

const betweenArrivalsMs = 600;

const [lmsUrl = '', toolUrl = '', played = ''] = process.argv.slice(2);
const places: Places = { lmsUrl, toolUrl };
if (!process.connected || ![lmsUrl, toolUrl].every(isOnThisMachine)) {
  process.stderr.write('Only `demo` starts the invented people, and they play on this machine only.\n');
  process.exit(1);
}
const hasPlayed = new Set(played.split(','));
const reader = new WaysReader(deliveredFolder);

process.once('disconnect', () => {
  process.exit();
});
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
await Promise.all(
  players
    .filter(({ personId }) => !hasPlayed.has(String(personId)))
    .map(async (player, place) => {
      await sleep(place * betweenArrivalsMs);
      await play(player);
    }),
);
process.disconnect();

function isOnThisMachine(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname === '127.0.0.1';
}

async function play(player: Player): Promise<void> {
  const { personId, isAdapted, question } = player;
  try {
    const session = await ToolSession.open(places, personId, weekActivity);
    const attempt = await beginWeek(session, player);
    if (isAdapted) await allowHelper(attempt.id);
    await playWeek(session, reader, player, attempt);
    if (question !== null) {
      await session.call('POST', `/api/report/${attempt.id}/review-request`, { text: question });
    }
    process.send?.({ played: personId });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`An invented person (${personId}) could not go on: ${why}\n`);
  }
}

async function allowHelper(attemptId: string): Promise<void> {
  const staff = await ToolSession.open(places, teacher, weekActivity);
  const { people } = await staff.call<ActivityAnswer>('GET', '/api/activity');
  const person = people.find(({ attempt }) => attempt.id === attemptId);
  if (person === undefined) throw new Error('staff do not see the attempt');
  const path = `/api/activity/people/${person.personId}`;
  const { settings } = await staff.call<PersonActionsAnswer>('GET', path);
  if (settings.withHelper) return;
  const wanted: SettingsRequest = { ...settings, accessNeeds: [...settings.accessNeeds], withHelper: true };
  await staff.call('POST', `${path}/settings`, wanted);
}
