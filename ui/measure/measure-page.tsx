'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit, NotHere, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { MeasureForm } from './measure-form.tsx';

/** Sets up a measurement of a model's corpus. */
export function MeasurePage({ slug, modelId }: { slug: string; modelId: string }) {
  const lab = useLab(slug);
  const query = useQuery(useTRPC().model.get.queryOptions({ modelId }));
  const waiting = <Skeleton className="h-[40rem]" />;
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: query.data?.name ?? 'Model', href: labHref(slug, 'models', modelId) },
        { label: 'Measure' },
      ]}
      title="Measure the corpus"
      lead="Structure and function of the circuits this model was trained and judged on, beside their nulls."
    >
      <Loaded query={lab} waiting={waiting}>
        {(found) =>
          mayEdit(found) ? (
            <Loaded query={query} waiting={waiting}>
              {(model) => <MeasureForm slug={slug} model={model} />}
            </Loaded>
          ) : (
            <NotHere />
          )
        }
      </Loaded>
    </PageFrame>
  );
}
