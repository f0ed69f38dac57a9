/**
 * The response to a Deep Linking request (Deep Linking 2.0 §4.5) as claims, which provider.ts signs. We do
 * not use ltijs for this: it silently omits items, fails without accept_types, lasts a minute and needs its
 * own session.
 */
import { claim } from './claims.ts';

/** Moodle refuses a message dated one second ahead of its clock. */
const backdateS = 5;
/** Less than the five minutes of Security Framework 1.0 §5.1, to allow for clock differences. */
const lifeS = 240;

/** A gradebook column for one link. */
interface ItemColumn {
  /** A whole number: Moodle's form refuses any other, and its gradebook miscalculates. */
  readonly scoreMaximum: number;
  /** Moodle ignores it and names the column after the activity. */
  readonly label: string;
  /** Identifies the link in a copied course, where all other ids are new. */
  readonly resourceId: string;
  readonly tag: string;
}

export interface ActivityItem {
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  /** Under our origin: otherwise Moodle disconnects the item from its tool. */
  readonly url: string;
  /** Strings only: Moodle fails on nested values and rewrites others. */
  readonly custom: Readonly<Record<string, string>>;
  /** Null: no grade. Moodle creates a column only for an item that has one. */
  readonly column: ItemColumn | null;
}

interface DeepLinkingAnswer {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** From the request, byte for byte; null if it had none. */
  readonly data: string | null;
  /** Empty: the person went back without choosing. */
  readonly items: readonly ActivityItem[];
  readonly nonce: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** The claims of an LtiDeepLinkingResponse. Without `msg` and `errormsg`, which Moodle does not show. */
export function createDeepLinkingClaims(answer: DeepLinkingAnswer): Record<string, unknown> {
  const nowS = Math.floor(answer.now / 1000);
  return {
    iss: answer.clientId,
    aud: answer.issuer,
    iat: nowS - backdateS,
    exp: nowS + lifeS,
    nonce: answer.nonce,
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deploymentId]: answer.deploymentId,
    ...(answer.data === null ? {} : { [claim.deepLinkingData]: answer.data }),
    [claim.contentItems]: answer.items.map(toContentItem),
  };
}

/**
 * Without iframe and window hints: Canvas turns them into an embedded page and a new tab; others ignore them.
 * Without gradesReleased: the platform's own setting is right.
 */
function toContentItem({ title, text, url, custom, column }: ActivityItem): Record<string, unknown> {
  return {
    type: 'ltiResourceLink',
    title,
    text,
    url,
    custom,
    ...(column === null
      ? {}
      : {
          lineItem: {
            ...column,
            // Only finished work is posted; its page opens from the gradebook (Submission Review 1.0 §3.2).
            submissionReview: { reviewableStatus: ['Completed'] },
          },
        }),
  };
}
