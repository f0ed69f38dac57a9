/**
 * How LMSs differ, in one table; a tool that handles the default row (Moodle's behaviour) handles the rest except
 * where a row says otherwise. Sources: the vendors' documents and measurements.
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
}

interface QuirkRow extends PlatformQuirks {
  readonly issuer: RegExp | null;
  readonly productFamily: RegExp | null;
}

const rows: readonly QuirkRow[] = [
  {
    family: 'canvas',
    issuer: /^https:\/\/(?:sso\.)?canvas(?:\.beta|\.test)?\.instructure\.com$/,
    productFamily: /^canvas$/i,
    personsPerDeployment: true,
    resizesFrame: true,
  },
  {
    family: 'blackboard',
    issuer: /^https:\/\/blackboard\.com$/,
    productFamily: /^blackboard/i,
    personsPerDeployment: true,
    resizesFrame: false,
  },
  {
    family: 'openedx',
    issuer: null,
    productFamily: /^open ?edx$/i,
    personsPerDeployment: true,
    resizesFrame: false,
  },
  {
    family: 'brightspace',
    issuer: null,
    productFamily: /^(?:desire2learn|d2l|brightspace)/i,
    personsPerDeployment: false,
    resizesFrame: false,
  },
  {
    family: 'sakai',
    issuer: null,
    productFamily: /^sakai/i,
    personsPerDeployment: false,
    resizesFrame: true,
  },
  { family: 'moodle', issuer: null, productFamily: null, personsPerDeployment: false, resizesFrame: false },
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
