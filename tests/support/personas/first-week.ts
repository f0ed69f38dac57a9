/** The personas' first weeks, played once in a test process. */
import { type JudgedWeek, readJudgedWeek } from './judged-week.ts';
import type { PersonaWeeks } from './persona-tables.ts';
import { personas } from './personas.ts';
import { playWeeks, type Week } from './play-weeks.ts';

let read: JudgedWeek | undefined;
const played = new Map<string, readonly Week[]>();

export function firstWeeks(): readonly PersonaWeeks[] {
  return personas.map((persona) => {
    read ??= readJudgedWeek('first-week');
    const weeks = played.get(persona.id) ?? playWeeks(read, persona);
    played.set(persona.id, weeks);
    return { persona, weeks };
  });
}

/** @throws if there is none of this name */
export function weeksOf(id: string): readonly Week[] {
  const found = firstWeeks().find(({ persona }) => persona.id === id);
  if (found === undefined) throw new Error(`no persona ${id}`);
  return found.weeks;
}
