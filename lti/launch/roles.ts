/**
 * Reads full URIs, short names and old URNs; ignores unknown ones. Institution roles count only if there is
 * no course role.
 */
export type LtiRole = 'learner' | 'staff' | 'none';

export interface RoleReading {
  readonly role: LtiRole;
  /** Student preview: never graded and not in research data. */
  readonly testUser: boolean;
}

const staffInContext = new Set([
  'instructor',
  'teachingassistant',
  'contentdeveloper',
  'administrator',
  'manager',
]);
const learnerInContext = new Set([
  'learner',
  'student',
  'noncreditlearner',
  'guestlearner',
  'externallearner',
]);
const staffOutside = new Set(['administrator', 'sysadmin', 'syssupport', 'accountadmin', 'creator']);
const learnerOutside = new Set(['student', 'learner']);

const testUserRole = 'http://purl.imsglobal.org/vocab/lti/system/person#testuser';

/** Whose work staff may see: everybody’s, their own groups’, or ask the course list. */
export type GroupReach = 'all' | 'own' | 'ask';

const wholeCourse = new Set(['administrator', 'manager']);
const wholePlatform = new Set(['administrator', 'sysadmin', 'accountadmin']);
const assistants = /(?:teachingassistant|grader|guestinstructor|externalinstructor|mentor|tutor)/;

/** An instructor may see all groups or their own: Moodle sends the same role for both (ADR 30). */
export function readGroupReach(roles: readonly string[]): GroupReach {
  const lower = roles.map((role) => role.trim().toLowerCase());
  const isWhole = lower.some((role) =>
    namesOf(role).some((name) => (isContextRole(role) ? wholeCourse : wholePlatform).has(name)),
  );
  if (isWhole) return 'all';
  return lower.some((role) => isContextRole(role) && assistants.test(role)) ? 'own' : 'ask';
}

/** An empty list is legal: `none`. */
export function readRoles(roles: readonly string[]): RoleReading {
  const lower = roles.map((role) => role.trim().toLowerCase());
  const inContext = lower.filter(isContextRole).flatMap(namesOf);
  const outside = lower.filter((role) => !isContextRole(role)).flatMap(namesOf);
  return {
    role:
      decide(inContext, staffInContext, learnerInContext) ??
      decide(outside, staffOutside, learnerOutside) ??
      'none',
    testUser: lower.includes(testUserRole),
  };
}

function decide(
  names: readonly string[],
  staff: ReadonlySet<string>,
  learner: ReadonlySet<string>,
): LtiRole | undefined {
  if (names.some((name) => staff.has(name))) return 'staff';
  if (names.some((name) => learner.has(name))) return 'learner';
  return undefined;
}

/** Short names are context roles (Core 1.3 §5.3.7); URIs and URNs name their scope. */
function isContextRole(role: string): boolean {
  if (role.startsWith('urn:lti:role:')) return true;
  if (role.startsWith('urn:')) return false;
  return (
    !/^https?:/.test(role) || /^https?:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership[/#]/.test(role)
  );
}

/**
 * `…/membership#Learner`, Sakai's malformed `…membership#Instructor#TeachingAssistant`, and principal roles,
 * which sub-roles never widen: `…/membership/Learner#Instructor` and
 * `urn:lti:role:ims/lis/Learner/Instructor` are learners.
 */
function namesOf(role: string): string[] {
  if (role.startsWith('urn:')) return [/(?:^|:)(?:ims\/lis\/)?([^:/]+)[^:]*$/.exec(role)?.[1] ?? ''];
  const isUri = /^https?:/.test(role);
  // Other vocabularies may use the same words.
  if (isUri && !/^https?:\/\/purl\.imsglobal\.org\//.test(role)) return [];
  const [head = '', ...names] = role.split('#');
  const last = head.split('/').at(-1) ?? '';
  return isUri && ['membership', 'person'].includes(last) ? names : [last];
}
