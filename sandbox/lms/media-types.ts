/** The media types of the services and Moodle's strict way to compare them. */
export const MEDIA = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  roster: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;

/** An Accept header passes when it is the type itself, holds a wildcard, or is not there. */
export function isAccepted(accept: string | undefined, mediaType: string): boolean {
  return accept === undefined || accept === mediaType || accept.includes('*/*');
}

/** The list of line items takes its own type and nothing else, not even a wildcard. */
export function isAcceptedExactly(accept: string | undefined, mediaType: string): boolean {
  return accept === mediaType;
}

/** A charset may follow; case and everything else must fit. */
export function isSentAs(contentType: string | undefined, mediaType: string): boolean {
  return contentType?.split(';', 1)[0]?.trim() === mediaType;
}
