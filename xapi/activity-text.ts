/** Activities as JSON. What an activity says follows from its id (activities.ts), and statements name the same few over and over. */
import { LRUCache } from 'lru-cache';
import type { Activity } from './statement.ts';

/** A scene has some dozens; of a few hundred bytes each. */
const kept = new LRUCache<string, string>({ max: 5_000 });

/** The activity as it stands in a statement. */
export function activityText(activity: Activity): string {
  const known = kept.get(activity.id);
  if (known !== undefined) return known;
  const text = JSON.stringify(activity);
  kept.set(activity.id, text);
  return text;
}
