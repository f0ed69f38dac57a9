import { z } from 'zod';
import type { Invitation, InvitationsPort } from '../ports/invitations.ts';
import { invitationRow } from '../shapes/organisations.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, flag, insertInto, json, sqlParams } from './rows.ts';

export const storedInvitation = invitationRow.extend({
  withNames: flag,
  privateHosts: json(z.array(z.string())),
});

export function createInvitations(database: SqliteDatabase): InvitationsPort {
  const insert = database.command(insertInto('invitations', Object.keys(invitationRow.shape)));
  const byHash = database.query<Invitation>(
    storedInvitation,
    'SELECT * FROM invitations WHERE secretHash = @secretHash',
  );
  const page = database.query<Invitation>(
    storedInvitation,
    agePage('invitations', 'organisationId = @organisationId'),
  );
  const begin = database.command(
    `UPDATE invitations SET state = 'in-use'
     WHERE secretHash = @secretHash AND state = 'open' AND expiresAt > @now`,
  );
  const revoke = database.command(
    `UPDATE invitations SET expiresAt = @now
     WHERE organisationId = @organisationId AND id = @id AND state <> 'used' AND expiresAt > @now`,
  );
  const finish = database.command(
    `UPDATE invitations SET state = @state, registrationId = @registrationId
     WHERE secretHash = @secretHash AND state = 'in-use'`,
  );
  return {
    insert: (invitation) => answer(() => void insert(sqlParams(invitation))),
    find: (secretHash) => answer(() => byHash.find({ secretHash })),
    list: (organisationId, { limit, after = null }) =>
      answer(() => page.list({ organisationId, limit, after })),
    begin: (secretHash, now) => answer(() => begin({ secretHash, now }) > 0),
    revoke: (organisationId, id, now) => answer(() => revoke({ organisationId, id, now }) > 0),
    finish: (secretHash, registrationId) =>
      answer(
        () => void finish({ secretHash, registrationId, state: registrationId === null ? 'open' : 'used' }),
      ),
  };
}
