import { z } from 'zod';
import type { InvitationsPort } from '../ports/invitations.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { agePage } from './rows.ts';
import { invitations } from './schemas/organisations.ts';

const invitationRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  secretHash: z.string(),
  platformName: z.string(),
  platformId: z.string().nullable(),
  expectedHost: z.string().nullable(),
  withNames: z.boolean(),
  privateHosts: z.array(z.string()).readonly(),
  createdAt: z.number(),
  expiresAt: z.number(),
  state: z.enum(['open', 'in-use', 'used']),
  registrationId: z.string().nullable(),
});

export function createInvitations(database: MongoDatabase): InvitationsPort {
  const rows = database.collection(invitations, invitationRow);
  return {
    insert: (invitation) => rows.insert(invitation),
    find: (secretHash) => rows.find({ secretHash }),
    list: (organisationId, page) => agePage(rows, { organisationId }, page),
    begin: async (secretHash, now) => {
      const open = { secretHash, state: 'open', expiresAt: above(now) };
      return (await rows.change(open, { $set: { state: 'in-use' } })) > 0;
    },
    async finish(secretHash, registrationId) {
      const state = registrationId === null ? 'open' : 'used';
      await rows.change({ secretHash, state: 'in-use' }, { $set: { state, registrationId } });
    },
  };
}
