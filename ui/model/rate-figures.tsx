'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ratePlot } from '~/core/report/index.ts';
import type { ModelDetail, ModelSummary } from '~/core/contracts/index.ts';
import { Section, Skeleton } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { PlotFigure } from './plot-figure.tsx';

const nameOf = ({ name, version }: ModelSummary) => `${name}, version ${version}`;

/** This model among those of the same corpus in its lab, by what their bits buy. */
export function RateFigures({ model }: { model: ModelDetail }) {
  const models = useQuery(useTRPC().model.list.queryOptions({ labId: model.labId }));
  const plot = useMemo(() => {
    const along = models.data?.filter(({ corpusSha256 }) => corpusSha256 === model.corpusSha256);
    if (!along || along.length < 2) return null;
    const points = along.map((one) => ({
      name: nameOf(one),
      bits: one.bits,
      auc: one.auc,
      ap: one.ap,
      r2: one.metricR2Mean,
    }));
    return ratePlot(points, nameOf(model));
  }, [models.data, model]);
  if (plot) return <PlotFigure plot={plot} model={nameOf(model)} />;
  return (
    <Section title="Rate and distortion">
      {models.isPending ? (
        <Skeleton className="h-64" label="Loading the other models" />
      ) : (
        <p className="max-w-prose text-13 text-ink-2">
          No other model of this corpus is here. Train one with another β of u, and both are set
          side by side by the bits they take and what these buy.
        </p>
      )}
    </Section>
  );
}
