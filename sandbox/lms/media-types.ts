export const MEDIA = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  groups: 'application/vnd.ims.lti-gs.v1.contextgroupcontainer+json',
  roster: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;

export function isAccepted(accept: string | undefined, mediaType: string): boolean {
  return accept === undefined || accept === mediaType || accept.includes('*/*');
}

/** As in Moodle, the list of line items accepts no wildcard. */
export function isAcceptedExactly(accept: string | undefined, mediaType: string): boolean {
  return accept === mediaType;
}

/** A charset may follow; case matters. */
export function isSentAs(contentType: string | undefined, mediaType: string): boolean {
  return contentType?.split(';', 1)[0]?.trim() === mediaType;
}
