/** `true`: the invitation may be used again. `false`: its user named an address that no honest LMS names. */
const mayPass = {
  'registration.request-incomplete': true,
  'registration.invitation-unknown': false,
  'registration.invitation-expired': false,
  'registration.invitation-used': false,
  'registration.host-unexpected': true,
  'registration.address-refused': false,
  'registration.redirected': true,
  'registration.unreachable': true,
  'registration.too-slow': true,
  'registration.too-large': false,
  'registration.not-json': true,
  'registration.description-incomplete': true,
  'registration.issuer-foreign': false,
  'registration.endpoint-foreign': false,
  'registration.platform-refused': true,
  'registration.answer-incomplete': true,
  'registration.already-known': true,
} as const satisfies Record<string, boolean>;

export type RegistrationCode = keyof typeof mayPass;

export interface RegistrationRefusal {
  readonly ok: false;
  readonly code: RegistrationCode;
  /** For the log; contains no remote text. */
  readonly detail: string;
}

export function refuseRegistration(code: RegistrationCode, detail = ''): RegistrationRefusal {
  return { ok: false, code, detail };
}

export function mayRegistrationPass(code: RegistrationCode): boolean {
  return mayPass[code];
}
