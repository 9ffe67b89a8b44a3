import { z } from 'zod';
import { line } from './text.ts';

/** Row identifiers are prefixed and random: `run_8fj2k...`. */
export const id = line(64).min(1);

/** SHA-256 in lower-case hex: the address of everything immutable. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Seeds are exact integers in JavaScript and Python alike. */
export const seed = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const isoDate = z.iso.datetime();

export const role = z.enum(['owner', 'editor', 'commenter', 'viewer']);
export type Role = z.infer<typeof role>;
