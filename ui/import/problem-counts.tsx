import type { ImportReport } from '~/core/contracts/index.ts';
import { Badge, count } from '~/ui/kit/index.ts';

/** How many problems of each kind there are in all, also those that the list leaves out; single ones speak for themselves. */
export function ProblemCounts({ counts }: Pick<ImportReport, 'counts'>) {
  const several = counts.filter(({ count: times }) => times > 1);
  if (several.length === 0) return null;
  return (
    <ul aria-label="Problems by kind" className="flex flex-wrap gap-x-4 gap-y-1 text-13">
      {several.map(({ file, code, severity, count: times }) => (
        <li key={`${file} ${code}`} className="flex items-center gap-1.5">
          <Badge tone={severity === 'error' ? 'danger' : 'warn'}>
            <span className="figures">{count(times)}</span>
          </Badge>
          <span>
            {code.replaceAll('-', ' ')} <span className="text-ink-3">in {file}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
