/**
 * How LMSs differ, in one table; a tool that handles the default row (Moodle's behaviour) handles the rest except
 * where a row says otherwise. Sources: the vendors' documents and measurements.
 */
export interface PlatformQuirks {
  readonly family: string;
  /**
   * Whether `sub` names a person only together with the deployment: one issuer and client id then serve many
   * schools, and two of them may not be told apart otherwise.
   */
  readonly personsPerDeployment: boolean;
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
  },
  {
    family: 'blackboard',
    issuer: /^https:\/\/blackboard\.com$/,
    productFamily: /^blackboard/i,
    personsPerDeployment: true,
  },
  { family: 'openedx', issuer: null, productFamily: /^open ?edx$/i, personsPerDeployment: true },
];

const moodle: PlatformQuirks = { family: 'moodle', personsPerDeployment: false };

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
  if (found === undefined) return moodle;
  return { family: found.family, personsPerDeployment: found.personsPerDeployment };
}
