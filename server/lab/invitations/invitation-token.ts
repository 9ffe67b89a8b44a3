import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits; whoever has it may come in, so it is stored only as its hash. */
export const newInvitationToken = (): string => `lti_${randomBytes(24).toString('base64url')}`;

export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
