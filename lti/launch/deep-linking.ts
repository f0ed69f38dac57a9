/**
 * The answer to a Deep Linking request (Deep Linking 2.0 §4.5) as claims, which provider.ts signs. ltijs's own way is
 * not used: it leaves items out without a word, breaks where accept_types is missing, lasts a minute and wants its
 * own session of the launch. Pure: no rows, no sentences, no clock.
 */
import { claim } from './claims.ts';

/** Moodle refuses what is dated a single second ahead of its own clock. */
const backdateS = 5;
/** Of the five minutes that Security Framework 1.0 §5.1 allows, with room for clocks that differ. */
const lifeS = 240;

/** A column of the gradebook for one link. */
interface ItemColumn {
  /** A whole number: Moodle's form refuses any other, and its gradebook goes wrong with it (moodle.md D1). */
  readonly scoreMaximum: number;
  /** Ignored by Moodle, which names the column after the activity. */
  readonly label: string;
  /** What tells the link in a copied course, where everything else gets a new id. */
  readonly resourceId: string;
  readonly tag: string;
}

/** A link to one activity. */
export interface ActivityItem {
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  /** Under our own origin: Moodle unlinks an item that leads elsewhere from its tool. */
  readonly url: string;
  /** Texts only: Moodle breaks on anything nested and rewrites the rest. */
  readonly custom: Readonly<Record<string, string>>;
  /** Null: no grade. Moodle makes a column only for an item that brings one. */
  readonly column: ItemColumn | null;
}

interface DeepLinkingAnswer {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** Of the request, byte for byte; null where it had none. */
  readonly data: string | null;
  /** None: the person went back without choosing. */
  readonly items: readonly ActivityItem[];
  readonly nonce: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/**
 * The claims of an LtiDeepLinkingResponse. `msg` and `errormsg` stay out: Moodle shows neither, so what there is to say
 * is said before the return.
 */
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
 * No iframe or window hints: Canvas turns the first into an embedded page and the second into a new tab, the others
 * ignore them. No gradesReleased: the platform's own way of releasing grades is right.
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
            // Only finished work is ever posted; its page opens from the gradebook (Submission Review 1.0 §3.2).
            submissionReview: { reviewableStatus: ['Completed'] },
          },
        }),
  };
}
