import type { ImportProblem, ImportReport } from '~/core/contracts/index.ts';
import {
  describeProblem,
  type ProblemCode,
  type ProblemDetails,
  type ProblemPlace,
} from '~/core/connectome/problems.ts';
import { TableRefusal } from './table-refusal.ts';

const shownOfEach = 100;

/** Gathers problems: counts all, keeps the first of each code and file. */
export class ProblemLog {
  readonly #kept: ImportProblem[] = [];
  readonly #counts = new Map<string, ImportReport['counts'][number]>();

  add(code: ProblemCode, place: ProblemPlace, details: ProblemDetails = {}): void {
    const key = `${place.file} ${code}`;
    const counted = this.#counts.get(key);
    if (counted && counted.count >= shownOfEach) {
      counted.count++; // without making the text, which is what costs
      return;
    }
    const problem = describeProblem(code, place, details);
    this.#kept.push(problem);
    if (counted) counted.count++;
    else {
      const { file, severity, offer } = problem;
      this.#counts.set(key, { file, code, severity, offer, count: 1 });
    }
  }

  /** Runs a step of reading; a refusal becomes a problem of `file`, and the result null. */
  async attempt<T>(file: ImportProblem['file'], step: () => Promise<T>): Promise<T | null> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof TableRefusal)) throw error;
      this.add(error.code, { file, row: error.row }, error.details);
      return null;
    }
  }

  /** How many errors there are so far; warnings do not count. */
  get errors(): number {
    return [...this.#counts.values()]
      .filter(({ severity }) => severity === 'error')
      .reduce((sum, { count }) => sum + count, 0);
  }

  /** Errors first, then in the order of their files and rows. */
  report(): Pick<ImportReport, 'problems' | 'problemCount' | 'counts'> {
    const counts = [...this.#counts.values()];
    const rank = (problem: Pick<ImportProblem, 'severity' | 'file'>) =>
      (problem.severity === 'error' ? 0 : 2) + (problem.file === 'neurons' ? 0 : 1);
    return {
      problems: this.#kept.sort((a, b) => rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0)),
      problemCount: counts.reduce((sum, { count }) => sum + count, 0),
      counts: counts.sort((a, b) => rank(a) - rank(b)),
    };
  }
}
