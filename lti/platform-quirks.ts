/**
 * How LMSs differ; the default is Moodle. What suits all is in no column: scores are final, stamped when
 * sent, more than a second apart, never 0, with a comment. Sources: vendors’ documents and code,
 * measurements.
 */
export const platformFamilies = [
  'moodle',
  'canvas',
  'brightspace',
  'blackboard',
  'sakai',
  'openedx',
] as const;

export type PlatformFamily = (typeof platformFamilies)[number];

export interface PlatformQuirks {
  readonly family: PlatformFamily;
  /** `sub` is unique only within a deployment, because one issuer and client id serve many schools. */
  readonly personsPerDeployment: boolean;
  /** The LMS obeys `lti.frameResize`; otherwise the page scrolls inside its frame. */
  readonly resizesFrame: boolean;
  /** Status for a timestamp no later than an earlier one; the specification says 409. */
  readonly outdatedStatus: 409 | 400;
  /** Null if the LMS has no locks. */
  readonly lockedAnswer: { readonly status: number; readonly body: string } | null;
  /** Each post counts as an attempt unless it says otherwise. */
  readonly postsAreSubmissions: boolean;
  /** Otherwise results are filtered by `user_id`. */
  readonly resultsInPath: boolean;
  /**
   * Whether learners don't see a grade posted to an item with `gradesReleased: false`. Moodle ignores it (measured);
   * Blackboard leaves posting to the teacher (its documents). Others: unknown.
   */
  readonly keepsGradesBack: 'yes' | 'no' | 'unknown';
  /**
   * The page of `return_url`, and the course’s page. Moodle’s return page fails once the activity is
   * deleted (mod/lti/return.php), and stays blank outside a frame after a framed launch.
   */
  readonly returnPage: { readonly path: string; readonly coursePath: string } | null;
  /** Only if it differs from the token address. */
  readonly tokenAudience: { readonly tokenUrl: RegExp; readonly audience: string } | null;
}

interface QuirkRow extends PlatformQuirks {
  readonly issuer: RegExp | null;
  readonly productFamily: RegExp | null;
}

const plain = {
  personsPerDeployment: false,
  resizesFrame: false,
  outdatedStatus: 409,
  lockedAnswer: null,
  postsAreSubmissions: false,
  resultsInPath: false,
  keepsGradesBack: 'unknown',
  returnPage: null,
  tokenAudience: null,
} as const;

const rows: readonly QuirkRow[] = [
  {
    ...plain,
    family: 'canvas',
    issuer: /^https:\/\/(?:sso\.)?canvas(?:\.beta|\.test)?\.instructure\.com$/,
    productFamily: /^canvas$/i,
    personsPerDeployment: true,
    resizesFrame: true,
    outdatedStatus: 400,
    postsAreSubmissions: true,
  },
  {
    ...plain,
    family: 'blackboard',
    issuer: /^https:\/\/blackboard\.com$/,
    productFamily: /^blackboard/i,
    personsPerDeployment: true,
    keepsGradesBack: 'yes',
  },
  {
    ...plain,
    family: 'openedx',
    issuer: null,
    productFamily: /^open ?edx$/i,
    personsPerDeployment: true,
    outdatedStatus: 400,
    resultsInPath: true,
  },
  {
    ...plain,
    family: 'brightspace',
    issuer: null,
    productFamily: /^(?:desire2learn|d2l|brightspace)/i,
    tokenAudience: {
      tokenUrl: /^https:\/\/auth\.brightspace\.com\//,
      audience: 'https://api.brightspace.com/auth/token',
    },
  },
  { ...plain, family: 'sakai', issuer: null, productFamily: /^sakai/i, resizesFrame: true },
  {
    ...plain,
    family: 'moodle',
    issuer: null,
    productFamily: null,
    keepsGradesBack: 'no',
    returnPage: { path: '/mod/lti/return.php', coursePath: '/course/view.php' },
    // Moodle gives this response only for locked grades, as far as seen.
    lockedAnswer: { status: 500, body: '[]' },
  },
];

/** Moodle's if the family is unknown. */
export function getPlatformQuirks(about: {
  readonly issuer: string;
  readonly productFamily: string | null;
}): PlatformQuirks {
  const found = rows.find(
    ({ issuer, productFamily }) =>
      issuer?.test(about.issuer) === true || productFamily?.test(about.productFamily ?? '') === true,
  );
  return getFamilyQuirks(found?.family ?? 'moodle');
}

export function getFamilyQuirks(family: PlatformFamily): PlatformQuirks {
  const row = rows.find((candidate) => candidate.family === family);
  if (row === undefined) throw new Error(`No row for ${family}.`);
  return row;
}

/** Undefined: the address itself is the audience. */
export function getTokenAudience(tokenUrl: string): string | undefined {
  return rows.find(({ tokenAudience }) => tokenAudience?.tokenUrl.test(tokenUrl) === true)?.tokenAudience
    ?.audience;
}
