/** The LMS fills in their values. A variable that it does not know arrives as written. */
interface AskedParameter {
  readonly name: string;
  readonly variable: string;
}

/** The ids of the person’s groups, in Moodle. */
export const groupsParameter = {
  name: 'numplus_groups',
  variable: 'Moodle.Person.userGroupIds',
} as const satisfies AskedParameter;

/** What a copy came from (LTI 1.3 core, appendix B.3 and B.5). */
export const courseHistoryParameter = {
  name: 'numplus_course_history',
  variable: 'Context.id.history',
} as const satisfies AskedParameter;
export const linkHistoryParameter = {
  name: 'numplus_link_history',
  variable: 'ResourceLink.id.history',
} as const satisfies AskedParameter;

export const historyParameters = [courseHistoryParameter, linkHistoryParameter] as const;
export const askedParameters = [groupsParameter, ...historyParameters] as const;

export function askFor(parameters: readonly AskedParameter[]): Record<string, string> {
  return Object.fromEntries(parameters.map(({ name, variable }) => [name, `$${variable}`]));
}
