import { seed } from '~/core/contracts/index.ts';

/** The last individual that the contract knows. */
export const lastSeed = Number.MAX_SAFE_INTEGER;

/** Whether this may stand in the field while somebody types: digits, or nothing yet. */
export const isSeedText = (text: string): boolean => /^\d{0,16}$/.test(text);

/** The individual that a finished text names; null when it names none. */
export const typedSeed = (text: string): number | null =>
  /^\d+$/.test(text) ? (seed.safeParse(Number(text)).data ?? null) : null;
