import { visibleText } from '../net/visible-text.ts';

const maxNameLength = 200;

/** One visible line; never cuts a surrogate pair. */
export function plainName(name: string): string {
  return Array.from(visibleText(name)).slice(0, maxNameLength).join('');
}
