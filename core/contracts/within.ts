import { z } from 'zod';

/** A finite number between two bounds, both allowed; one sentence for whatever is not. */
export const within = (low: number, high: number, error: string) =>
  z.number({ error }).min(low, { error, abort: true }).max(high, error);

/** The same for a whole number. */
export const wholeWithin = (low: number, high: number, error: string) =>
  z
    .int({ error: `${error} It is a whole number.`, abort: true })
    .min(low, { error, abort: true })
    .max(high, error);
