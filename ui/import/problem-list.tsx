import type { ImportOptions, ImportProblem, ImportReport } from '~/core/contracts/index.ts';
import { Badge, Button, plural, Table } from '~/ui/kit/index.ts';
import { ProblemCounts } from './problem-counts.tsx';

type Choice = Partial<Pick<ImportOptions, 'repeats' | 'unknown'>>;
type Props = { report: ImportReport; onChoose: (choice: Choice) => void; busy: boolean };

const offers: Record<NonNullable<ImportProblem['offer']>, { label: string; choice: Choice }> = {
  'sum-repeats': { label: 'Sum repeated pairs', choice: { repeats: 'sum' } },
  'drop-unknown': {
    label: 'Leave out connections of unknown neurons',
    choice: { unknown: 'drop' },
  },
};

/** Every problem with its row, column and remedy; what can be settled by a choice has its button. */
export function ProblemList({ report, onChoose, busy }: Props) {
  const { problems, problemCount, counts } = report;
  if (problems.length === 0) return null;
  const offered = [...new Set(problems.flatMap((problem) => problem.offer ?? []))];
  return (
    <div className="flex flex-col gap-3">
      <ProblemCounts counts={counts} />
      <Table
        caption="Problems of the tables"
        rows={problems}
        rowKey={(problem, index) => `${problem.code}-${index}`}
        columns={[
          {
            id: 'severity',
            head: 'Kind',
            cell: (problem) => (
              <Badge tone={problem.severity === 'error' ? 'danger' : 'warn'}>
                {problem.severity}
              </Badge>
            ),
          },
          {
            id: 'file',
            head: 'Table',
            className: 'max-sm:hidden',
            headClassName: 'max-sm:hidden',
            cell: (problem) => problem.file,
          },
          { id: 'row', head: 'Row', figures: true, cell: (problem) => problem.row ?? '–' },
          {
            id: 'column',
            head: 'Column',
            className: 'max-w-20 sm:max-w-40 [overflow-wrap:anywhere]',
            cell: (problem) => problem.column ?? '–',
          },
          {
            id: 'message',
            head: 'What is wrong, and the remedy',
            className: 'min-w-44 sm:min-w-64 [overflow-wrap:anywhere]',
            cell: (problem) => (
              <>
                <span className="sm:hidden">In {problem.file}: </span>
                {problem.message} <span className="text-ink-2">{problem.remedy}</span>
              </>
            ),
          },
        ]}
      />
      {problemCount > problems.length && (
        <p className="text-12 text-ink-3">
          The first {problems.length} of {plural(problemCount, 'problem')}.
        </p>
      )}
      {offered.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {offered.map((offer) => (
            <Button key={offer} disabled={busy} onClick={() => onChoose(offers[offer].choice)}>
              {offers[offer].label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
