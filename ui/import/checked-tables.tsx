'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  connectionMapping,
  neuronMapping,
  type ImportOptions,
  type LabSummary,
} from '~/core/contracts/index.ts';
import { Button, Notice, Section, Skeleton } from '~/ui/kit/index.ts';
import { ConnectomeFigures } from '~/ui/lab/index.ts';
import { useTRPCClient } from '~/ui/trpc/index.ts';
import { DetailsForm } from './details-form.tsx';
import type { Side } from './guess-side.ts';
import { ProblemList } from './problem-list.tsx';
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
  const [choices, setChoices] = useState<Choices>({ repeats: 'refuse', unknown: 'refuse' });
  const options: ImportOptions = {
    neurons: neuronMapping.parse(mapping.neurons),
    connections: connectionMapping.parse(mapping.connections),
    ...choices,
  };
  const checked = useQuery({
    queryKey: ['check', lab.id, pair, options],
    queryFn: ({ signal }) =>
      api.connectome.check.mutate({ labId: lab.id, ...pair, options }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const report = checked.data;
  const chosen = choices.repeats === 'sum' || choices.unknown === 'drop';
  return (
    <>
      <Section
        title="3. Check"
        note={checked.isFetching ? 'Reading both tables whole' : undefined}
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
        {checked.error && <Notice tone="danger">{checked.error.message}</Notice>}
        {!report && !checked.error && <Skeleton className="h-24" label="Checking the tables" />}
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
              ready={!checked.isFetching}
            />
          </Section>
        </>
      )}
    </>
  );
}
