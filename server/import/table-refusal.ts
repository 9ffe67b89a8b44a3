import {
  importProblems,
  type ProblemCode,
  type ProblemDetails,
} from '~/core/connectome/problems.ts';

/** Why reading of a table cannot go on; becomes one problem of the report. */
export class TableRefusal extends Error {
  override name = 'TableRefusal';
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    readonly row: number | null = null,
  ) {
    super(importProblems[code].message({ value: '', other: '', count: 0, ...details }));
  }
}
