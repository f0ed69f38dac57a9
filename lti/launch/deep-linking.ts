/**
 * Claims of a Deep Linking response (2.0 §4.5). ltijs’s own silently omits items, fails without
 * accept_types, limits the token to a minute and needs its own session.
 */
import { claim } from './claims.ts';

/** Moodle refuses messages one second ahead of its clock. */
const backdateS = 5;
/** Below the five minutes of Security Framework 1.0 §5.1. */
const lifeS = 240;

export interface ItemColumn {
  /** Must be whole: Moodle's form and Open edX require it, and other numbers break Moodle's gradebook. */
  readonly scoreMaximum: number;
  /** Moodle uses the activity's name instead. */
  readonly label: string;
  /** Survives a course copy, unlike all other ids. */
  readonly resourceId: string;
  readonly tag: string;
}

export interface ActivityItem {
  readonly title: string;
  readonly text: string;
  /** Must be under our origin: otherwise Moodle detaches the item from its tool. */
  readonly url: string;
  /** Only strings: Moodle fails on nested values and rewrites others. */
  readonly custom: Readonly<Record<string, string>>;
  /** Null: ungraded. Moodle creates columns only if asked to. */
  readonly column: ItemColumn | null;
}

interface DeepLinkingAnswer {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** Must be returned byte for byte; null if absent. */
  readonly data: string | null;
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
 * Without hints for iframe and window, from which Canvas makes an embedded page and a new tab. Asks the
 * LMS to hide the grade from learners.
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
            gradesReleased: false,
            // Only finished work opens from the gradebook (Submission Review 1.0 §3.2).
            submissionReview: { reviewableStatus: ['Completed'] },
          },
        }),
  };
}
