'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  connectionMapping,
  neuronMapping,
  type ImportOptions,
  type ImportReport,
  type LabSummary,
} from '~/core/contracts/index.ts';
import { Button, Notice, plural, Section } from '~/ui/kit/index.ts';
import { ConnectomeFigures } from '~/ui/lab/index.ts';
import { useTRPCClient } from '~/ui/trpc/index.ts';
import { DetailsForm } from './details-form.tsx';
import type { Side } from './guess-side.ts';
import { ProblemList } from './problem-list.tsx';
import { ReadingRow } from './reading-row.tsx';
import type { Pair } from './upload.ts';

type Props = {
  lab: LabSummary;
  pair: Pair;
  mapping: Record<Side, Record<string, string>>;
  fileName: string;
};
type Choices = Pick<ImportOptions, 'repeats' | 'unknown'>;

/** The file's name without its endings, unless it only says that it holds neurons. */
export function suggestedName(fileName: string): string {
  const bare = fileName
    .replace(/(\.(csv|tsv|txt|gz))+$/i, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return /^(neurons?|nodes?|cells?|somata?)$/i.test(bare) ? '' : bare;
}

/** Checks both tables whole under the chosen mapping; without an error, shows what would be stored. */
export function CheckedTables({ lab, pair, mapping, fileName }: Props) {
  const api = useTRPCClient();
  const client = useQueryClient();
  const [choices, setChoices] = useState<Choices>({ repeats: 'refuse', unknown: 'refuse' });
  const options: ImportOptions = {
    neurons: neuronMapping.parse(mapping.neurons),
    connections: connectionMapping.parse(mapping.connections),
    ...choices,
  };
  const queryKey = ['check', lab.id, pair, options];
  const checked = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.connectome.check.mutate({ labId: lab.id, ...pair, options }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const report = checked.data;
  const settled = !checked.isFetching && !checked.isPlaceholderData && checked.error === null;
  const chosen = choices.repeats === 'sum' || choices.unknown === 'drop';
  return (
    <>
      <Section
        title="3. Check"
        note="Both tables are read whole; nothing is stored."
        action={
          chosen && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => setChoices({ repeats: 'refuse', unknown: 'refuse' })}
            >
              Undo choices
            </Button>
          )
        }
      >
        <ReadingRow
          labId={lab.id}
          pair={pair}
          label="Checking the tables"
          reading={checked.isFetching}
          onStop={() => void client.cancelQueries({ queryKey, exact: true })}
        >
          {settled && report ? (
            <Outcome report={report} />
          ) : (
            !checked.error && <Stopped onAgain={() => void checked.refetch()} />
          )}
        </ReadingRow>
        {checked.error && <Notice tone="danger">{checked.error.message}</Notice>}
        {report && (
          <ProblemList
            report={report}
            busy={checked.isFetching}
            onChoose={(choice) => setChoices((old) => ({ ...old, ...choice }))}
          />
        )}
      </Section>
      {report?.statistics && (
        <>
          <Section title="4. Preview" note="as it would be stored">
            <ConnectomeFigures statistics={report.statistics} />
          </Section>
          <Section title="5. Details">
            <DetailsForm
              lab={lab}
              request={{ labId: lab.id, ...pair, options }}
              suggestedName={suggestedName(fileName)}
              ready={settled}
            />
          </Section>
        </>
      )}
    </>
  );
}

function Outcome({ report: { problemCount, statistics } }: { report: ImportReport }) {
  if (problemCount === 0) return <span className="text-ok">No problem found.</span>;
  return statistics
    ? `${plural(problemCount, 'remark')}; the tables can be imported.`
    : `${plural(problemCount, 'problem')}; nothing can be imported before the errors are settled.`;
}

function Stopped({ onAgain }: { onAgain: () => void }) {
  return (
    <span className="flex items-center gap-3">
      Checking was stopped.
      <Button size="small" onClick={onAgain}>
        Check again
      </Button>
    </span>
  );
}
