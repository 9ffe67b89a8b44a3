import path from 'node:path';
import type { Services } from '../../services.ts';

/** Where a file lies between being sent and being imported. */
export function uploadPath({ env }: Pick<Services, 'env'>, uploadId: string): string {
  return path.join(env.dataFolder, 'uploads', uploadId);
}
