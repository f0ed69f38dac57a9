import type { InvitationsPort } from '../ports/invitations.ts';
import { invitationRow } from '../shapes/organisations.ts';
import { above, otherThan } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { agePage } from './rows.ts';
import { invitations } from './schemas/organisations.ts';

export function createInvitations(database: MongoDatabase): InvitationsPort {
  const rows = database.collection(invitations, invitationRow);
  return {
    insert: (invitation) => rows.insert(invitation),
    find: (secretHash) => rows.find({ secretHash }),
    list: (organisationId, page) => agePage(rows, { organisationId }, page),
    begin: async (secretHash, now) => {
      const open = { secretHash, state: 'open', expiresAt: above(now) };
      return (await rows.changeOne(open, { $set: { state: 'in-use' } })) !== undefined;
    },
    async revoke(organisationId, id, now) {
      const usable = { _id: id, organisationId, state: otherThan('used'), expiresAt: above(now) };
      return (await rows.changeOne(usable, { $set: { expiresAt: now } })) !== undefined;
    },
    async finish(secretHash, registrationId) {
      const state = registrationId === null ? 'open' : 'used';
      await rows.changeOne({ secretHash, state: 'in-use' }, { $set: { state, registrationId } });
    },
  };
}
