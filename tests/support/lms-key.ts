import { createSigningKey } from '../../sandbox/lms/signing-key.ts';

/** The key of every sandbox LMS of a test process: making one takes longer than the rest of its start. */
export const signingKey = await createSigningKey();
