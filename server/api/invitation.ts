import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  id,
  invitationList,
  invitationMade,
  invitationSeen,
  invitationToken,
  newInvitation,
} from '~/core/contracts/index.ts';
import { acceptInvitation } from '../lab/invitations/accept-invitation.ts';
import { createInvitation } from '../lab/invitations/create-invitation.ts';
import { listInvitations } from '../lab/invitations/list-invitations.ts';
import { lookAtInvitation } from '../lab/invitations/look-at-invitation.ts';
import { revokeInvitation } from '../lab/invitations/revoke-invitation.ts';
import { accountProcedure, openProcedure, signedInProcedure } from './trpc.ts';

const held = z.object({ token: invitationToken });

export const invitationRouter = {
  list: signedInProcedure
    .input(z.object({ labId: id }))
    .output(invitationList)
    .query(({ ctx, input }) => listInvitations(ctx, input.labId)),
  create: signedInProcedure
    .input(newInvitation)
    .output(invitationMade)
    .mutation(({ ctx, input }) => createInvitation(ctx, input)),
  revoke: signedInProcedure
    .input(z.object({ labId: id, invitationId: id }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  /** What a link leads to, for whoever holds it. */
  look: openProcedure
    .input(held)
    .output(invitationSeen)
    .query(({ ctx, input }) => lookAtInvitation(ctx, input.token)),
  accept: accountProcedure
    .input(held)
    .output(z.object({ slug: z.string() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input.token)),
} satisfies TRPCRouterRecord;
