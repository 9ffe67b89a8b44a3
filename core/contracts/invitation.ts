import { z } from 'zod';
import { id, isoDate, role } from './ids.ts';
import { line } from './text.ts';

/** How long a link can be good for, in days. */
export const invitationDays = [1, 7, 30] as const;

export const newInvitation = z.object({
  labId: id,
  role,
  days: z.literal(invitationDays),
  maxUses: z.int().min(1).max(1000).nullable().describe('null: whoever has the link'),
  email: z.email().max(200).nullable().describe('sends the link there; needs a mail server'),
});
export type NewInvitation = z.infer<typeof newInvitation>;

/** An open invitation as owners see it; the link itself is not kept. */
export const invitationSummary = z.object({
  id,
  role,
  uses: z.int(),
  maxUses: z.int().nullable(),
  email: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: isoDate,
  expiresAt: isoDate,
});
export type InvitationSummary = z.infer<typeof invitationSummary>;

export const invitationList = z.object({
  open: z.array(invitationSummary),
  byMail: z.boolean().describe('whether this server can send mail'),
});

/** Shown once: the token is stored only as a hash. */
export const invitationMade = z.object({
  invitation: invitationSummary,
  url: z.string(),
  mailed: z
    .boolean()
    .nullable()
    .describe('null: no address was given; false: it could not be sent'),
});
export type InvitationMade = z.infer<typeof invitationMade>;

export const invitationToken = line(100).min(1);

/** What somebody who holds a link is told. Of a link that is no longer good nothing but why. */
export const invitationSeen = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    lab: z.object({ name: z.string(), slug: z.string() }),
    role,
    invitedBy: z.string(),
    expiresAt: isoDate,
    member: role.nullable().describe('the role that whoever asks has there already'),
  }),
  z.object({ state: z.enum(['expired', 'revoked', 'used']) }),
]);
export type InvitationSeen = z.infer<typeof invitationSeen>;
