/** French comes first; English follows it key by key. */
import type { LtiErrorCode } from '../../../lti/launch/codes.ts';

export type Advice = 'reopen' | 'new-window' | 'sign-in' | 'tell-staff' | 'approval' | 'wait';

/** Other codes share `page.other`. */
export type PageCode =
  | 'request.not-found'
  | 'request.too-large'
  | 'request.too-many'
  | 'session.expired'
  | 'storage.unavailable'
  | 'server.unexpected';

export interface Texts {
  readonly page: {
    readonly launchTitle: string;
    readonly otherTitle: string;
    readonly comfort: string;
    readonly whatToDo: string;
    readonly other: string;
    readonly wayBack: string;
    /** Label of the platform's name, which staff pass on with the deployment. */
    readonly platform: string;
    readonly deployment: string;
    readonly errorId: string;
    readonly code: string;
  };
  readonly advice: Readonly<Record<Advice, readonly string[]>>;
  readonly launch: Readonly<Record<LtiErrorCode, string>>;
  readonly request: Readonly<Record<PageCode, string>>;
}
