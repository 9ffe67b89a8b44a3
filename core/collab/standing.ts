import { z } from 'zod';
import { person } from '../contracts/room.ts';

/** What the server tells a client about itself at entry and whenever its role changes. */
export const standing = z.object({ user: person, canWrite: z.boolean() });
export type Standing = z.infer<typeof standing>;
