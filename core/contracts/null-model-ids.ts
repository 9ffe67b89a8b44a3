import { z } from 'zod';

/** From the one that keeps least to those that keep most; what each keeps is said in core/nulls. */
export const nullModelIds = ['erdos_renyi', 'distance_type', 'degree', 'reciprocity'] as const;
export const nullModelId = z.enum(nullModelIds);
