import { obstaclesOf } from './feasibility.ts';
import { wishKindOf } from './field-obstacles.ts';
import { wishIds, type SynthesisRequest, type Wish, type WishId } from './request.ts';

/** What is wrong with a table of requests: in which row (its first is the names, 1) and field, and what to do. */
export type TableProblem = {
  readonly row: number;
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
};

export type RequestTable = {
  /** with the row each stands in */
  readonly requests: readonly { readonly row: number; readonly request: SynthesisRequest }[];
  readonly problems: readonly TableProblem[];
};

/** More would keep a browser busy for hours. */
export const mostRequests = 1000;

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/**
 * Reads a table of requests: a row of names (of metrics, or their ids), then one request a row; a field is a value, a range
 * "low..high", or empty for anything. Rows that cannot be met are told too.
 * @param slack as of `obstaclesOf` @param size N
 */
export function readRequestTable(
  rows: readonly (readonly string[])[],
  size: number,
  slack: ArrayLike<number>,
): RequestTable {
  const [head = [], ...body] = rows;
  const problems: TableProblem[] = [];
  const known = new Map(
    wishIds.flatMap((id) => [
      [plain(id), id] as const,
      [plain(wishKindOf(id, size).name), id] as const,
    ]),
  );
  const columns = head.map((name, k): WishId | null => {
    const id = known.get(plain(name)) ?? null;
    const again = id !== null && head.slice(0, k).some((other) => known.get(plain(other)) === id);
    if (id !== null && !again) return id;
    problems.push({
      row: 1,
      field: name || `column ${k + 1}`,
      problem: again ? 'there twice' : 'no metric that can be ordered',
      remedy: again ? 'Keep one of the two columns.' : `Name it one of ${wishIds.join(', ')}.`,
    });
    return null;
  });
  if (body.every((fields) => fields.every((text) => text.trim() === '')))
    problems.push({
      row: 1,
      field: 'table',
      problem: 'no request below the names',
      remedy: 'Write the names in the first row and one request in each row below.',
    });
  if (body.length > mostRequests)
    problems.push({
      row: mostRequests + 2,
      field: 'table',
      problem: `${body.length} requests are too many`,
      remedy: `Send at most ${mostRequests} at once.`,
    });
  const requests = body.slice(0, mostRequests).flatMap((fields, k) => {
    const row = k + 2;
    if (fields.length <= 1 && (fields[0] ?? '').trim() === '') return []; // an empty line
    const request: Partial<Record<WishId, Wish>> = {};
    const before = problems.length;
    const say = (field: string, problem: string, remedy: string) => {
      problems.push({ row, field, problem, remedy });
    };
    if (fields.length > head.length)
      say(`column ${head.length + 1}`, 'no name', 'Give each column a name in the first row.');
    columns.forEach((id, column) => {
      const text = fields[column]?.trim() ?? '';
      if (id === null || text === '') return;
      const wish = wishOf(text);
      if (wish) request[id] = wish;
      else
        say(id, `"${text.slice(0, 40)}" is no number`, 'Write 0.2, a range 0.2..0.4, or nothing.');
    });
    if (problems.length > before) return [];
    const [first, ...others] = obstaclesOf({ request, size, slack });
    if (!first) return [{ row, request }];
    for (const { metrics, problem, remedy } of [first, ...others])
      say(metrics.join(', ') || 'row', problem, remedy);
    return [];
  });
  return { requests, problems };
}

function wishOf(text: string): Wish | null {
  const ends = text.split('..');
  const [low = Number.NaN, high = low] = ends.map((end) =>
    end.trim() === '' ? Number.NaN : Number(end),
  );
  return ends.length <= 2 && Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
}
