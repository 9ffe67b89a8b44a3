'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ModelDetail } from '~/core/contracts/index.ts';
import {
  codePlot,
  metricPlot,
  priorPlot,
  shapePlot,
  sizePlot,
  weightsPlot,
} from '~/core/report/index.ts';
import { Badge, dateTime, Section, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { DeleteModel } from './delete-model.tsx';
import { EdgeFigures } from './edge-figures.tsx';
import { GenerationFigures } from './generation-figures.tsx';
import { MeasuredFigures } from './measured-figures.tsx';
import { MapPicture } from './map-picture.tsx';
import { ModelActions } from './model-actions.tsx';
import { ModelData } from './model-data.tsx';
import { ModelLimits } from './model-limits.tsx';
import { ModelRecipe } from './model-recipe.tsx';
import { NotMeasured } from './not-measured.tsx';
import { PlotFigure } from './plot-figure.tsx';
import { RateFigures } from './rate-figures.tsx';

/** What the picture of the map shows; shares of variance, 0 to 1. */
function axesNote([first = 0, second = 0]: readonly number[]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `principal components of z, ${percent(first)} across and ${percent(second)} up; validation and test in colour`;
}

type Props = { slug: string; modelId: string; children?: ReactNode };

/** The model card: data, folds, every figure beside its baselines, limits, and the recipe to repeat it. */
export function ModelPage({ slug, modelId, children }: Props) {
  const lab = useLab(slug);
  const query = useQuery(useTRPC().model.get.queryOptions({ modelId }));
  const model = query.data;
  const title = model ? `${model.name}, version ${model.version}` : 'Model';
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: title },
      ]}
      title={title}
      lead={model ? `Trained on ${model.connectome.name}, ${dateTime(model.createdAt)} UTC` : ' '}
      action={
        lab.data &&
        model && (
          <>
            {lab.data.role === 'owner' && <DeleteModel lab={lab.data} model={model} />}
            <ModelActions lab={lab.data} model={model} />
          </>
        )
      }
    >
      <Loaded query={query} waiting={<Skeleton className="h-[60rem]" />}>
        {(found) => (
          <div className="flex flex-col gap-6">
            {found.connectome.isModel && (
              <p>
                <Badge>trained on a model, not on data</Badge>
              </p>
            )}
            <Figures model={found} />
            {children}
            <ModelData model={found} slug={slug} />
            <ModelLimits manifest={found.manifest} />
            <ModelRecipe model={found} />
          </div>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** Every figure of the manifest as a plot with its table; what was not measured is named. */
function Figures({ model }: { model: ModelDetail }) {
  const { figures, principal, recipe } = model.manifest;
  const { report, weights } = figures;
  const sizes = sizePlot(figures, model.size);
  const name = `${model.name}, version ${model.version}`;
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <EdgeFigures figures={figures} model={name} />
      <Section title="Map" note={axesNote(principal.share)}>
        <MapPicture modelId={model.id} className="h-64 w-full" />
      </Section>
      {weights && <PlotFigure plot={weightsPlot(weights)} model={name} />}
      <PlotFigure plot={metricPlot(figures)} model={name} />
      {sizes && <PlotFigure plot={sizes} model={name} />}
      <PlotFigure plot={priorPlot(figures, recipe.corpus.recipe.folds)} model={name} />
      {report && (
        <>
          <GenerationFigures found={report.generation} model={name} />
          <PlotFigure plot={shapePlot(report.generation)} model={name} />
          <PlotFigure plot={codePlot(report.code)} model={name} />
        </>
      )}
      <RateFigures model={model} />
      {report && <MeasuredFigures report={report} model={name} />}
      <NotMeasured report={report} />
    </div>
  );
}
