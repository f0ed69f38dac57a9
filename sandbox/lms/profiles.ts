/**
 * The LMS that this platform plays, as data: what its claims say and how its services answer. Moodle is the one it
 * plays unless told otherwise; addresses are Moodle's for all.
 */
import { ROLE } from './lti-names.ts';
import type { Role } from './people-and-courses.ts';

export const profileNames = ['moodle', 'canvas', 'brightspace', 'blackboard', 'sakai', 'openedx'] as const;
export type ProfileName = (typeof profileNames)[number];

export interface LmsProfile {
  readonly name: ProfileName;
  readonly productFamilyCode: string;
  /** How `token_type` is spelt in answers of the token end point. */
  readonly tokenType: 'Bearer' | 'bearer';
  /** Before the number of a person in `sub` and `userId`, and how many digits the number has at least. */
  readonly subjects: { readonly prefix: (publicUrl: string) => string; readonly digits: number };
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  readonly scores: ScoreRules;
  /** Whether one person's result has an address of its own; else the list takes `user_id`. */
  readonly resultsInPath: boolean;
  /** Whether a new column must name a resource or a link, and have a whole maximum. */
  readonly strictLineItems: boolean;
}

export interface ScoreRules {
  readonly stored: 200 | 201 | 204;
  /** Which stamps come too early, and what they get. */
  readonly outdated: {
    readonly status: 409 | 400;
    /** `second`: not in a later second than the last receipt (or, in a column the tool made, the last stamp). */
    readonly rule: 'second' | 'stamp' | 'earlier-stamp';
  };
  /** For people that are unknown or cannot be graded. */
  readonly ungradable: 400 | 403 | 404 | 422;
  readonly locked: { readonly status: number; readonly body: string };
  /** What anything but a final score does to the grade. */
  readonly notFinal: 'erases' | 'nothing';
  readonly showsZero: boolean;
  /** Whether each post counts as one more attempt of the learner unless it says otherwise. */
  readonly countsSubmissions: boolean;
}

const moodleScores: ScoreRules = {
  stored: 200,
  outdated: { status: 409, rule: 'second' },
  ungradable: 400,
  locked: { status: 500, body: '[]' },
  notFinal: 'erases',
  showsZero: true,
  countsSubmissions: false,
};

/** What is known of no particular LMS but asked by the specification. */
const plainScores: ScoreRules = {
  ...moodleScores,
  outdated: { status: 409, rule: 'stamp' },
  ungradable: 404,
  locked: { status: 403, body: '{}' },
  notFinal: 'nothing',
};

const moodle: LmsProfile = {
  name: 'moodle',
  productFamilyCode: 'moodle',
  tokenType: 'Bearer',
  subjects: { prefix: () => '', digits: 1 },
  roles: {
    learner: [ROLE.learner],
    teacher: [ROLE.instructor],
    administrator: [ROLE.institutionAdministrator, ROLE.instructor, ROLE.systemAdministrator],
  },
  scores: moodleScores,
  resultsInPath: false,
  strictLineItems: false,
};

const uuids = { prefix: () => '5b0c1d3e-7a52-4c1e-9f00-', digits: 12 } as const;
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

const profiles: Readonly<Record<ProfileName, LmsProfile>> = {
  moodle,
  canvas: {
    ...moodle,
    name: 'canvas',
    productFamilyCode: 'canvas',
    subjects: uuids,
    roles: {
      learner: [`${institution}#Student`, ROLE.learner, `${system}#User`],
      teacher: [`${institution}#Instructor`, ROLE.instructor, `${system}#User`],
      administrator: [ROLE.institutionAdministrator, `${system}#User`],
    },
    scores: {
      ...plainScores,
      outdated: { status: 400, rule: 'earlier-stamp' },
      ungradable: 422,
      countsSubmissions: true,
    },
  },
  brightspace: {
    ...moodle,
    name: 'brightspace',
    productFamilyCode: 'desire2learn',
    subjects: { prefix: () => '8d4f2c60-1b7e-4f0a-93cd-5e6f7a8b9c0d_', digits: 3 },
    roles: {
      learner: [`${institution}#Student`, ROLE.learner],
      teacher: [`${institution}#Instructor`, ROLE.instructor],
      administrator: [ROLE.institutionAdministrator],
    },
    scores: { ...plainScores, ungradable: 403 },
  },
  blackboard: {
    ...moodle,
    name: 'blackboard',
    productFamilyCode: 'BlackboardLearn',
    tokenType: 'bearer',
    subjects: { prefix: () => 'b1ac4b0a4d0000000000', digits: 12 },
    scores: { ...plainScores, stored: 201 },
  },
  sakai: {
    ...moodle,
    name: 'sakai',
    productFamilyCode: 'sakai',
    subjects: { prefix: (publicUrl) => `${publicUrl}/user/`, digits: 1 },
    roles: {
      learner: ['Learner', `${institution}#Learner`],
      // Malformed, as it is sent: two names behind one another.
      teacher: ['Instructor', `${ROLE.instructor}#TeachingAssistant`],
      administrator: ['Administrator', ROLE.systemAdministrator],
    },
    scores: plainScores,
  },
  openedx: {
    ...moodle,
    name: 'openedx',
    productFamilyCode: 'openedx',
    tokenType: 'bearer',
    subjects: uuids,
    roles: {
      learner: [`${system}#None`, `${institution}#None`, ROLE.learner],
      teacher: [`${system}#None`, `${institution}#None`, ROLE.instructor],
      administrator: [ROLE.systemAdministrator, `${institution}#None`, ROLE.instructor],
    },
    scores: {
      ...plainScores,
      stored: 201,
      outdated: { status: 400, rule: 'stamp' },
      showsZero: false,
    },
    resultsInPath: true,
    strictLineItems: true,
  },
};

export function getProfile(name: ProfileName): LmsProfile {
  return profiles[name];
}

/** How claims and services call a person. */
export function toSubject({ subjects }: LmsProfile, publicUrl: string, personId: number): string {
  return subjects.prefix(publicUrl) + String(personId).padStart(subjects.digits, '0');
}

/** The number of a person in a `userId`; undefined where it is not one of this LMS's. */
export function readSubject(
  { subjects }: LmsProfile,
  publicUrl: string,
  subject: string,
): number | undefined {
  const prefix = subjects.prefix(publicUrl);
  const number = subject.startsWith(prefix) ? subject.slice(prefix.length) : '';
  return /^\d{1,15}$/.test(number) ? Number(number) : undefined;
}
