import { z } from 'zod';

const groupIds = z.array(z.string().max(100)).max(1_500);

/** How the LMS tells groups of a course. Omitted: no groups. */
export const groupWaysSchema = z.object({
  /** With each launch, as Moodle on request; by the Course Groups Service; or not. */
  told: z.enum(['not', 'launch', 'service']).default('not'),
  /** By id. */
  names: z.record(z.string().max(100), z.string().max(200)).default({}),
  /** By the id of a person. */
  members: z.record(z.string(), groupIds).default({}),
  /** Teachers without access to all groups: Moodle launches them as instructors and lists them as learners. */
  limitedStaff: z.array(z.int()).max(100).default([]),
});

export type GroupWays = z.output<typeof groupWaysSchema>;

export const withoutGroups: GroupWays = groupWaysSchema.parse({});

const GROUPS_VARIABLE = '$Moodle.Person.userGroupIds';

export function groupsOf({ members }: GroupWays, personId: number): readonly string[] {
  return members[String(personId)] ?? [];
}

/** Fills the variable in if the LMS knows it; else its name stays. */
export function fillInGroups(ways: GroupWays, personId: number, value: string): string {
  return ways.told === 'launch' && value === GROUPS_VARIABLE ? groupsOf(ways, personId).join(',') : value;
}
