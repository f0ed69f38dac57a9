import { controlCommandSchema } from './control-command.ts';
import type { CheckedCommand, ControlCommand } from './control-command.ts';
import { addColumn, addGradedActivity, deleteActivity, ensureGrade, removeLineItem } from './gradebook.ts';
import { copyActivity } from './copies.ts';
import { copyCourseAndTell } from './notices.ts';
import type { Platform } from './platform.ts';
import { getProfile } from './profiles.ts';

function applyToFaults(platform: Platform, command: CheckedCommand): void {
  const { faults } = platform;
  if (command.command === 'failNext') {
    const { status, service, retryAfterSeconds } = command;
    faults.failNext({ status, service, retryAfterSeconds }, command.count);
  } else if (command.command === 'setDown') faults.down = command.down;
  else if (command.command === 'setDelay') faults.delayMs = command.delayMs;
  else if (command.command === 'cutAfterScore') faults.cutAfterScores(command.count);
  else if (command.command === 'alterNextIdToken') faults.alterTokens(command.change, command.count);
  else if (command.command === 'setRoster') faults.roster = command.ways;
  else if (command.command === 'setGroups') faults.groups = command.ways;
  else if (command.command === 'setCopies') faults.copies = command.ways;
  else if (command.command === 'clearFaults') faults.clear();
  else if (command.command === 'blockToolKeys') {
    faults.toolKeysBlocked = command.blocked;
    platform.toolKeys.forget();
  } else if (command.command === 'setRegistration') faults.keepsOutOfChooser = command.keepsOutOfChooser;
  else if (command.command === 'setKeySet') {
    faults.keySetDown = command.down;
    faults.keySetDelayMs = command.delayMs;
  }
}

async function applyToState(platform: Platform, command: CheckedCommand): Promise<void> {
  const { store, keys, tokens } = platform;
  if (command.command === 'setStorage') platform.storage = command;
  else if (command.command === 'rotateKeys') await keys.rotate(command.keepOld);
  else if (command.command === 'revokeTokens') tokens.revokeAll();
  else if (command.command === 'copyActivity') copyActivity(store, platform.faults.copies, command.cmid);
  else if (command.command === 'copyCourse') {
    await copyCourseAndTell(platform, command.courseId, command.copyId);
  } else if (command.command === 'addColumn') addColumn(store, command);
  else if (command.command === 'removeColumn') removeLineItem(store, command.itemId);
  else if (command.command === 'deleteActivity') deleteActivity(store, command.cmid);
  else if (command.command === 'addActivity') addGradedActivity(store, command);
  else if (command.command === 'tellExamples') {
    const { played, arePlaying } = command;
    platform.examples &&= { played, arePlaying };
  } else if (command.command === 'setProfile') platform.profile = getProfile(command.profile);
  else if (command.command === 'setCourseLanguage') {
    store.state.courseLanguages[String(command.courseId)] = command.language;
    store.commit();
  } else if (command.command === 'overrideGrade' || command.command === 'lockGrade') {
    const grade = ensureGrade(store, command.itemId, command.userId);
    if (command.command === 'lockGrade') grade.locked = command.locked;
    else grade.override = command.override;
    store.commit();
  }
}

export async function applyControl(platform: Platform, command: ControlCommand): Promise<void> {
  const checked = controlCommandSchema.parse(command);
  if (checked.command === 'setSelection') platform.selections.current = checked;
  applyToFaults(platform, checked);
  await applyToState(platform, checked);
}
