import type { Services } from '~/server/services.ts';

/** What the queue needs of the house. Time is always the database's clock, so servers need not agree on theirs. */
export type Jobs = Pick<Services, 'db' | 'bus' | 'storage' | 'env'>;

export type Transaction = Parameters<Parameters<Services['db']['transaction']>[0]>[0];
