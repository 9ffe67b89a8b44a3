import { TRPCError } from '@trpc/server';
import type { ImportProblem, TablePreview } from '~/core/contracts/index.ts';
import { describeProblem } from '~/core/connectome/problems.ts';
import type { SignedIn } from '../../context.ts';
import { inspectTable } from '../../import/inspect-table.ts';
import { TableRefusal } from '../../import/table-refusal.ts';
import type { FoundUpload } from '../upload/find-upload.ts';
import { uploadedTables, type Tables } from './uploaded-tables.ts';

/**
 * The first rows of both tables and what each column is taken for.
 * @throws TRPCError BAD_REQUEST that says which file cannot be read, why, and what to do
 */
export async function inspectTables(
  ctx: SignedIn,
  tables: Tables,
): Promise<{ neurons: TablePreview; connections: TablePreview }> {
  const { neurons, connections } = await uploadedTables(ctx, tables);
  return {
    neurons: await inspect('neurons', neurons),
    connections: await inspect('connections', connections),
  };
}

async function inspect(
  file: ImportProblem['file'],
  { path, name }: FoundUpload,
): Promise<TablePreview> {
  try {
    return await inspectTable(file, path, name);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    const problem = describeProblem(error.code, { file, row: error.row }, error.details);
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: `${name}${error.row === null ? '' : `, row ${error.row}`}: ${problem.message} ${problem.remedy}`,
      cause: error,
    });
  }
}
