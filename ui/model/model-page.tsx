'use client';
import { useQuery } from '@tanstack/react-query';
import { Badge, dateTime, Section, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { EdgeFigures } from './edge-figures.tsx';
import { GenerationTable } from './generation-table.tsx';
import { MapPicture } from './map-picture.tsx';
import { MetricFigures } from './metric-figures.tsx';
import { ModelActions } from './model-actions.tsx';
import { ModelData } from './model-data.tsx';
import { ModelLimits } from './model-limits.tsx';
import { ModelRecipe } from './model-recipe.tsx';

/** What the picture of the map shows; shares of variance, 0 to 1. */
function axesNote([first = 0, second = 0]: readonly number[]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `principal components of z, ${percent(first)} across and ${percent(second)} up; validation and test in colour`;
}

/** The model card: data, folds, every figure beside its baselines, limits, and the recipe to repeat it. */
export function ModelPage({ slug, modelId }: { slug: string; modelId: string }) {
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
      action={lab.data && model && <ModelActions lab={lab.data} model={model} />}
    >
      <Loaded query={query} waiting={<Skeleton className="h-[60rem]" />}>
        {(found) => (
          <div className="flex flex-col gap-6">
            {found.connectome.isModel && (
              <p>
                <Badge>trained on a model, not on data</Badge>
              </p>
            )}
            <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
              <EdgeFigures figures={found.manifest.figures} />
              <Section title="Map" note={axesNote(found.manifest.principal.share)}>
                <MapPicture modelId={found.id} className="h-64 w-full" />
              </Section>
              <MetricFigures figures={found.manifest.figures} />
              <GenerationTable figures={found.manifest.figures} />
            </div>
            <ModelData model={found} slug={slug} />
            <ModelLimits manifest={found.manifest} />
            <ModelRecipe model={found} />
          </div>
        )}
      </Loaded>
    </PageFrame>
  );
}
