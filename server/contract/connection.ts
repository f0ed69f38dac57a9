/** GET /api/activity/connection and GET /api/select/connection */
export interface ConnectionAnswer {
  /** Null unless the LMS could not read our keys: then neither content selection nor grades work. */
  readonly keysUnread: KeysUnread | null;
}

export interface KeysUnread {
  readonly product: 'moodle' | 'other';
  /** Of our address. */
  readonly host: string;
  readonly port: string;
}
