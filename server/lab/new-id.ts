import { nanoid } from 'nanoid';

/** `run_8fj2k...`: says what it names, tells nothing else, about 95 random bits. */
export const newId = (prefix: string): string => `${prefix}_${nanoid(16)}`;
