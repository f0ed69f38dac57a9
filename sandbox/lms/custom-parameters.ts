import { fillInHistory } from './copies.ts';
import { fillInGroups } from './group-ways.ts';
import { getActivity } from './gradebook.ts';
import type { Launch } from './launches.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';

/** One line without tags: Moodle stores lines of `name=value`. */
function cleanValue(value: string): string {
  const [firstLine = ''] = value.split(/[\r\n]/);
  return firstLine.replaceAll(/<[^>]*>/g, '').trim();
}

/** Moodle's text values (true → "1", false → ""). Undefined if nested, which Moodle cannot store. */
export function parseCustom(value: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const entries: [string, string][] = [];
  for (const [name, given] of Object.entries(value)) {
    if (typeof given === 'boolean') entries.push([name, given ? '1' : '']);
    else if (typeof given === 'string' || typeof given === 'number')
      entries.push([name, cleanValue(String(given))]);
    else return undefined;
  }
  return Object.fromEntries(entries);
}

/** A name with capitals or other signs is repeated in lower case with underscores. */
function withPlainNames(custom: Readonly<Record<string, string>>): Record<string, string> {
  const all: Record<string, string> = { ...custom };
  for (const [name, value] of Object.entries(custom)) {
    all[name.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')] = value;
  }
  return all;
}

export function listCustom(platform: Platform, launch: Launch, courseId: number): Record<string, string> {
  const { addresses, store } = platform;
  const { deploymentId, custom: ofTool } = getTool(platform);
  const sent = launch.cmid ?? (platform.selections.current.sendsCustom ? launch.again : undefined);
  const activity = sent === undefined ? undefined : getActivity(store, sent);
  const reviewed = store.state.lineItems.find(({ id }) => id === launch.review?.itemId);
  // Moodle's order: the tool's value wins.
  const written = { ...activity?.custom, ...reviewed?.submissionReview?.custom, ...ofTool };
  const { groups, copies } = platform.faults;
  const filled = Object.entries(written).map(([name, value]) => [
    name,
    fillInHistory(store, copies, { courseId, activity }, fillInGroups(groups, launch.userId, value)),
  ]);
  return {
    ...withPlainNames(Object.fromEntries(filled) as Record<string, string>),
    context_memberships_url: addresses.memberships(courseId, deploymentId),
    system_setting_url: addresses.toolSettings(`tool/${deploymentId}`),
    context_setting_url: addresses.toolSettings(`CourseSection/${courseId}/bindings/tool/${deploymentId}`),
    // Moodle does not fill this one in.
    ...(activity === undefined ? {} : { link_setting_url: addresses.toolSettings('links/{link_id}') }),
  };
}
