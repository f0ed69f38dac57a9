import { z } from 'zod';
import type { Invitation, InvitationsPort } from '../ports/invitations.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, flag, insertInto, json } from './rows.ts';

export const invitationRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  secretHash: z.string(),
  platformName: z.string(),
  platformId: z.string().nullable(),
  expectedHost: z.string().nullable(),
  withNames: flag,
  privateHosts: json(z.array(z.string())),
  createdAt: z.number(),
  expiresAt: z.number(),
  state: z.enum(['open', 'in-use', 'used']),
  registrationId: z.string().nullable(),
});

export function createInvitations(database: SqliteDatabase): InvitationsPort {
  const insert = database.command(insertInto('invitations', Object.keys(invitationRow.shape)));
  const byHash = database.query<Invitation>(
    invitationRow,
    'SELECT * FROM invitations WHERE secretHash = @secretHash',
  );
  const page = database.query<Invitation>(
    invitationRow,
    agePage('invitations', 'organisationId = @organisationId'),
  );
  const begin = database.command(
    `UPDATE invitations SET state = 'in-use'
     WHERE secretHash = @secretHash AND state = 'open' AND expiresAt > @now`,
  );
  const finish = database.command(
    `UPDATE invitations SET state = @state, registrationId = @registrationId
     WHERE secretHash = @secretHash AND state = 'in-use'`,
  );
  return {
    insert: (invitation) =>
      answer(
        () =>
          void insert({
            ...invitation,
            withNames: Number(invitation.withNames),
            privateHosts: JSON.stringify(invitation.privateHosts),
          }),
      ),
    find: (secretHash) => answer(() => byHash.find({ secretHash })),
    list: (organisationId, { limit, after = null }) =>
      answer(() => page.list({ organisationId, limit, after })),
    begin: (secretHash, now) => answer(() => begin({ secretHash, now }) > 0),
    finish: (secretHash, registrationId) =>
      answer(
        () => void finish({ secretHash, registrationId, state: registrationId === null ? 'open' : 'used' }),
      ),
  };
}
