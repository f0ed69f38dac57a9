/**
 * Why a dynamic registration did not come about, as codes. Sentences and pages belong to the server.
 * `mayPass`: the same address may be used again; else the invitation is spent, since whoever used it pointed
 * somewhere that no honest LMS points to.
 */
const mayPass = {
  'registration.request-incomplete': true,
  'registration.invitation-unknown': false,
  'registration.invitation-expired': false,
  'registration.invitation-used': false,
  'registration.host-unexpected': true,
  // The LMS's description of itself
  'registration.address-refused': false,
  'registration.redirected': true,
  'registration.unreachable': true,
  'registration.too-slow': true,
  'registration.too-large': false,
  'registration.not-json': true,
  'registration.description-incomplete': true,
  'registration.issuer-foreign': false,
  'registration.endpoint-foreign': false,
  // The LMS's answer
  'registration.platform-refused': true,
  'registration.answer-incomplete': true,
  'registration.already-known': true,
} as const satisfies Record<string, boolean>;

export type RegistrationCode = keyof typeof mayPass;

export interface RegistrationRefusal {
  readonly ok: false;
  readonly code: RegistrationCode;
  /** For the log: short, without the remote's words. */
  readonly detail: string;
}

/** Builds a refusal. */
export function refuseRegistration(code: RegistrationCode, detail = ''): RegistrationRefusal {
  return { ok: false, code, detail };
}

/** Whether trying again with the same invitation can go better. */
export function mayRegistrationPass(code: RegistrationCode): boolean {
  return mayPass[code];
}
