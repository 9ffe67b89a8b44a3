import { z } from 'zod';
import { appRouter } from '../api/root.ts';

const mutation = z.looseObject({ type: z.literal('mutation') });

/** Whether the procedure of this path writes; false for a path that is none. */
export function isMutation(path: string): boolean {
  const procedures: Record<string, unknown> = appRouter._def.procedures; // by path, though its type is a tree
  const one = procedures[path];
  return typeof one === 'function' && '_def' in one && mutation.safeParse(one._def).success;
}
