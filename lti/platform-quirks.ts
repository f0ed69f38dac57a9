/**
 * How LMSs differ, in one table; a tool that handles the default row (Moodle's behaviour) handles the rest except
 * where a row says otherwise. What one rule satisfies everywhere has no column: scores are final, stamped when sent,
 * more than a second apart, never 0 and never without a comment; roles are read in every spelling, and the case of
 * `token_type` is not looked at. Sources: the vendors' documents, their code and measurements.
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
  /**
   * Whether `sub` names a person only together with the deployment: one issuer and client id then serve many
   * schools, and two of them may not be told apart otherwise.
   */
  readonly personsPerDeployment: boolean;
  /** Whether `lti.frameResize` fits the frame to the height that a page reports; else the page scrolls inside. */
  readonly resizesFrame: boolean;
  /** What a score gets that is stamped no later than one before: the specification's 409, or a plain 400. */
  readonly outdatedStatus: 409 | 400;
  /** The answer that tells of a locked grade or column; null where none does. */
  readonly lockedAnswer: { readonly status: number; readonly body: string } | null;
  /** Whether every post counts as another attempt of the learner unless it says that it is none. */
  readonly postsAreSubmissions: boolean;
  /** Whether one person's result has an address of its own; else the list is asked for one `user_id`. */
  readonly resultsInPath: boolean;
  /** Whom an assertion for a token is for, where that is not the address that gives the token. */
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
    // For as long as it is locked, and for nothing else that was seen.
    lockedAnswer: { status: 500, body: '[]' },
  },
];

/** The quirks of the platform that sent a message; Moodle's where nothing tells otherwise. */
export function getPlatformQuirks(about: {
  readonly issuer: string;
  /** `product_family_code` of the tool_platform claim. */
  readonly productFamily: string | null;
}): PlatformQuirks {
  const found = rows.find(
    ({ issuer, productFamily }) =>
      issuer?.test(about.issuer) === true || productFamily?.test(about.productFamily ?? '') === true,
  );
  return getFamilyQuirks(found?.family ?? 'moodle');
}

/** The row of a family. */
export function getFamilyQuirks(family: PlatformFamily): PlatformQuirks {
  const row = rows.find((candidate) => candidate.family === family);
  if (row === undefined) throw new Error(`No row for ${family}.`);
  return row;
}

/** Whom an assertion that goes to this address is for; undefined where it is the address itself. */
export function getTokenAudience(tokenUrl: string): string | undefined {
  return rows.find(({ tokenAudience }) => tokenAudience?.tokenUrl.test(tokenUrl) === true)?.tokenAudience
    ?.audience;
}
