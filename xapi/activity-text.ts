/** Activities as JSON. What an activity says follows from its id (activities.ts), and statements name the same few over and over. */
import type { Activity } from './statement.ts';

/** A scene has some dozens, of a few hundred bytes each. Drafts have ids of their own: once it is full, it begins anew. */
const maxKept = 5_000;

const kept = new Map<string, string>();

/** The activity as it stands in a statement. */
export function activityText(activity: Activity): string {
  const known = kept.get(activity.id);
  if (known !== undefined) return known;
  const text = JSON.stringify(activity);
  if (kept.size >= maxKept) kept.clear();
  kept.set(activity.id, text);
  return text;
}
