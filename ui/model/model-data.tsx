'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { foldPlane } from '~/core/sampling/folds/fold-plane.ts';
import { mayBeBalanced } from '~/core/sampling/folds/may-be-balanced.ts';
import { count, Section, Skeleton, SomaScatter, Stat, Stats } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

const balanceWords =
  'Where its blocks are those the recipe proposes, the test fold was chosen so that its neurons have about as many connections as those of training; other tissue may differ more.';

/** What it was trained on, and where the folds lie. */
export function ModelData({ model, slug }: { model: ModelDetail; slug: string }) {
  const { recipe, figures, hasPositions, selfEdges } = model.manifest;
  const preview = useQuery(
    useTRPC().connectome.previewSampling.queryOptions(
      { connectomeId: model.connectome.id, recipe: recipe.corpus.recipe },
      { staleTime: Infinity },
    ),
  );
  const plane = foldPlane(recipe.corpus.recipe.folds);
  return (
    <Section title="Data and folds">
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <p className="text-13">
            Circuits of {model.size} neurons from{' '}
            <Link className="underline" href={labHref(slug, 'connectomes', model.connectome.id)}>
              {model.connectome.name}
            </Link>
            ,{' '}
            {recipe.corpus.recipe.method === 'nearest' ? 'nearest somata' : 'graph neighbourhoods'}
            {selfEdges ? ', with self-connections' : ''}. No neuron occurs in two folds.
            {mayBeBalanced(recipe.corpus.recipe.folds) && ` ${balanceWords}`}
          </p>
          <Stats>
            <Stat label="Training circuits" value={count(figures.circuits.train)} />
            <Stat label="Validation" value={count(figures.circuits.validation)} />
            <Stat label="Test" value={count(figures.circuits.test)} />
            <Stat label="Neurons kept" value={count(preview.data?.kept)} />
            <Stat label="In the gap" value={count(preview.data?.folds.gap)} />
          </Stats>
        </div>
        {hasPositions &&
          (preview.data ? (
            <SomaScatter
              soma={preview.data.soma}
              by="fold"
              lateral={plane.across}
              down={plane.down}
            />
          ) : (
            <Skeleton className="h-72" label="Loading the folds" />
          ))}
      </div>
    </Section>
  );
}
