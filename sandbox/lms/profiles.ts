/**
 * Claims and service behaviour of the imitated LMS, as data. Default: Moodle. Addresses are always Moodle's.
 */
import { ROLE } from './lti-names.ts';
import type { Role } from './people-and-courses.ts';

export const profileNames = ['moodle', 'canvas', 'brightspace', 'blackboard', 'sakai', 'openedx'] as const;
export type ProfileName = (typeof profileNames)[number];

export interface LmsProfile {
  readonly name: ProfileName;
  readonly productFamilyCode: string;
  readonly tokenType: 'Bearer' | 'bearer';
  readonly subjects: { readonly prefix: (publicUrl: string) => string; readonly digits: number };
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  readonly scores: ScoreRules;
  readonly resultsInPath: boolean;
  /** Learners do not see a grade that the tool asks to hold back (`gradesReleased: false`). */
  readonly keepsGradesBack: boolean;
  /** A new column needs a resource or link, and a whole maximum. */
  readonly strictLineItems: boolean;
}

export interface ScoreRules {
  readonly stored: 200 | 201 | 204;
  readonly outdated: {
    readonly status: 409 | 400;
    /**
     * `second`: not in a later second than the last receipt (or, for a tool's own column, the last stamp).
     */
    readonly rule: 'second' | 'stamp' | 'earlier-stamp';
  };
  readonly ungradable: 400 | 403 | 404 | 422;
  readonly locked: { readonly status: number; readonly body: string };
  readonly notFinal: 'erases' | 'nothing';
  readonly showsZero: boolean;
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

/** Required by the specification, not of one LMS. */
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
  keepsGradesBack: false,
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
    keepsGradesBack: true,
  },
  sakai: {
    ...moodle,
    name: 'sakai',
    productFamilyCode: 'sakai',
    subjects: { prefix: (publicUrl) => `${publicUrl}/user/`, digits: 1 },
    roles: {
      learner: ['Learner', `${institution}#Learner`],
      // Malformed on purpose: two names in a row.
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

export function toSubject({ subjects }: LmsProfile, publicUrl: string, personId: number): string {
  return subjects.prefix(publicUrl) + String(personId).padStart(subjects.digits, '0');
}

export function readSubject(
  { subjects }: LmsProfile,
  publicUrl: string,
  subject: string,
): number | undefined {
  const prefix = subjects.prefix(publicUrl);
  const number = subject.startsWith(prefix) ? subject.slice(prefix.length) : '';
  return /^\d{1,15}$/.test(number) ? Number(number) : undefined;
}
