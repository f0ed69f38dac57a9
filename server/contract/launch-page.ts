/** What the small pages of a launch in a frame tell their script (client/src/launch). */

/** Where the browser's secret may lie inside the LMS's page. */
export interface PlatformStorageAddress {
  /** The only origin that messages go to and answers are taken from. */
  readonly origin: string;
  /** Frame of the LMS's page, `_parent` for that page itself, or null: ask the page. */
  readonly target: string | null;
  readonly key: string;
}

/** A login in a frame: on to the platform as soon as this browser keeps the secret somewhere. */
export interface LoginPageData {
  readonly page: 'login';
  readonly authorizationUrl: string;
  readonly cookieKey: string;
  readonly secret: string;
  readonly storage: PlatformStorageAddress;
}

/** A launch whose cookie did not come back: it goes on once the secret is found. */
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

/** POST /lti/cookie/keep: asks for the cookie again, after the person let the frame have cookies. */
export interface CookieKeep {
  readonly cookieKey: string;
  readonly secret: string;
}
