/** The personas' whole weeks, each played once in a test process. */
import { type JudgedWeek, readJudgedWeek } from './judged-week.ts';
import type { PersonaWeeks } from './persona-tables.ts';
import { type Persona, personas } from './personas.ts';
import { playWeeks, type Week } from './play-weeks.ts';

let read: JudgedWeek | undefined;
const played = new Map<string, readonly Week[]>();

function weeksBy(persona: Persona): readonly Week[] {
  read ??= readJudgedWeek('whole-week');
  const weeks = played.get(persona.id) ?? playWeeks(read, persona);
  played.set(persona.id, weeks);
  return weeks;
}

export function wholeWeeks(): readonly PersonaWeeks[] {
  return personas.map((persona) => ({ persona, weeks: weeksBy(persona) }));
}

/** @throws if there is none of this name */
export function weeksOf(id: string): readonly Week[] {
  const persona = personas.find((one) => one.id === id);
  if (persona === undefined) throw new Error(`no persona ${id}`);
  return weeksBy(persona);
}
