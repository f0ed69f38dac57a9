/**
 * Claims of the Deep Linking response (2.0 §4.5), signed by provider.ts. Not ltijs's: it silently omits
 * items, fails without accept_types, lasts a minute and needs its own session.
 */
import { claim } from './claims.ts';

/** Moodle refuses a message dated one second ahead of its clock. */
const backdateS = 5;
/** Below the five minutes of Security Framework 1.0 §5.1, for clock differences. */
const lifeS = 240;

interface ItemColumn {
  /** Whole: Moodle's form refuses others, and its gradebook miscalculates. */
  readonly scoreMaximum: number;
  /** Moodle uses the activity's name instead. */
  readonly label: string;
  /** Identifies the link in a copied course, where all other ids are new. */
  readonly resourceId: string;
  readonly tag: string;
}

export interface ActivityItem {
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  /** Under our origin; otherwise Moodle detaches the item from its tool. */
  readonly url: string;
  /** Strings: Moodle fails on nested values and rewrites others. */
  readonly custom: Readonly<Record<string, string>>;
  /** Null: no grade. Moodle creates columns only on request. */
  readonly column: ItemColumn | null;
}

interface DeepLinkingAnswer {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** Byte for byte; null if the request had none. */
  readonly data: string | null;
  /** Empty: nothing chosen. */
  readonly items: readonly ActivityItem[];
  readonly nonce: string;
  readonly now: number;
}

/** Without `msg` and `errormsg`, which Moodle does not show. */
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
 * No iframe and window hints: Canvas makes them an embedded page and a new tab; others ignore them. No
 * gradesReleased: the platform's setting applies.
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
