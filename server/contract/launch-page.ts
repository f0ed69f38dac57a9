/** Data for the script of the launch's small pages (client/src/launch). */

/** LTI platform storage for the browser's secret. */
export interface PlatformStorageAddress {
  /** The only origin of messages, both ways. */
  readonly origin: string;
  /** Frame of the LMS's page, `_parent`, or null: ask the page. */
  readonly target: string | null;
  readonly key: string;
}

/** A login in a frame: continues once this browser stores the secret. */
export interface LoginPageData {
  readonly page: 'login';
  readonly authorizationUrl: string;
  readonly cookieKey: string;
  readonly secret: string;
  /** A cookie of this login that the page can read and then deletes. */
  readonly markerName: string;
  readonly storage: PlatformStorageAddress;
}

/** A launch without its cookie: continues once the secret is found. */
export interface HeldPageData {
  readonly page: 'held';
  readonly id: string;
  readonly cookieKey: string;
  readonly storage: PlatformStorageAddress;
}

export type LaunchPageData = LoginPageData | HeldPageData;

/** POST /lti/cookie/check: whether the browser sends this login's cookie. */
export interface CookieCheck {
  readonly cookieKey: string;
}
export interface CookieCheckAnswer {
  readonly arrived: boolean;
}

/** POST /lti/cookie/keep: sets the cookie again after a permission. */
export interface CookieKeep {
  readonly cookieKey: string;
  readonly secret: string;
}
