/**
 * Which addresses are the tool's own. A platform names its target twice (unsigned at login, signed in the token);
 * both must lie here, or a launch could be used to send people elsewhere.
 */
const knownPath = /^\/(?:lti\/launch|(?:play|teach|select|review)(?:\/[\w-]{1,64})?)?$/;

/**
 * Whether an address lies under our origin and on a path that a launch may aim at; a query is allowed
 * (deep-linked items carry one).
 */
export function isOwnTarget(publicUrl: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const target = new URL(address);
  return (
    target.origin === new URL(publicUrl).origin &&
    target.username === '' &&
    target.password === '' &&
    knownPath.test(target.pathname)
  );
}

/** The one redirect_uri that platforms register; the target claim, never this address, tells links apart. */
export function getLaunchUrl(publicUrl: string): string {
  return new URL('/lti/launch', publicUrl).href;
}
