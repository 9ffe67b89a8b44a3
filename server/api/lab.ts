import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  foundAccount,
  id,
  labEventPage,
  labSummary,
  line,
  member,
  nameOf,
  role,
} from '~/core/contracts/index.ts';
import { listEvents } from '../lab/events/list-events.ts';
import { createLab } from '../lab/labs/create-lab.ts';
import { getLab } from '../lab/labs/get-lab.ts';
import { listLabs } from '../lab/labs/list-labs.ts';
import { setOpenToGuests } from '../lab/labs/open-to-guests.ts';
import { renameLab } from '../lab/labs/rename-lab.ts';
import { addMember } from '../lab/members/add-member.ts';
import { findAccount } from '../lab/members/find-account.ts';
import { handOverLab } from '../lab/members/hand-over-lab.ts';
import { leaveLab } from '../lab/members/leave-lab.ts';
import { listMembers } from '../lab/members/list-members.ts';
import { removeMember } from '../lab/members/remove-member.ts';
import { setRole } from '../lab/members/set-role.ts';
import { accountProcedure, signedInProcedure } from './trpc.ts';

const name = nameOf('lab');
const newcomer = z.union([
  z.object({ labId: id, role, email: z.email() }),
  z.object({ labId: id, role, userId: id }),
]);

export const labRouter = {
  list: signedInProcedure.output(z.array(labSummary)).query(({ ctx }) => listLabs(ctx)),
  get: signedInProcedure
    .input(z.object({ slug: line(80) }))
    .output(labSummary)
    .query(({ ctx, input }) => getLab(ctx, input.slug)),
  create: accountProcedure
    .input(z.object({ name }))
    .output(labSummary)
    .mutation(({ ctx, input }) => createLab(ctx, input.name)),
  rename: signedInProcedure
    .input(z.object({ labId: id, name }))
    .mutation(({ ctx, input }) => renameLab(ctx, input)),
  members: signedInProcedure
    .input(z.object({ labId: id }))
    .output(z.array(member))
    .query(({ ctx, input }) => listMembers(ctx, input.labId)),
  findAccount: signedInProcedure
    .input(z.object({ labId: id, email: z.email() }))
    .output(foundAccount)
    .query(({ ctx, input }) => findAccount(ctx, input)),
  addMember: signedInProcedure.input(newcomer).mutation(({ ctx, input }) => addMember(ctx, input)),
  setRole: signedInProcedure
    .input(z.object({ labId: id, userId: id, role }))
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  setOpenToGuests: signedInProcedure
    .input(z.object({ labId: id, open: z.boolean() }))
    .mutation(({ ctx, input }) => setOpenToGuests(ctx, input)),
  removeMember: signedInProcedure
    .input(z.object({ labId: id, userId: id }))
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
  leave: signedInProcedure
    .input(z.object({ labId: id }))
    .mutation(({ ctx, input }) => leaveLab(ctx, input.labId)),
  handOver: signedInProcedure
    .input(z.object({ labId: id, userId: id }))
    .mutation(({ ctx, input }) => handOverLab(ctx, input)),
  /** What happened, by whom and when: a page of those before `cursor`, or of the newest. */
  events: signedInProcedure
    .input(z.object({ labId: id, cursor: z.int().min(1).nullish() }))
    .output(labEventPage)
    .query(({ ctx, input }) => listEvents(ctx, input.labId, input.cursor ?? null)),
} satisfies TRPCRouterRecord;
