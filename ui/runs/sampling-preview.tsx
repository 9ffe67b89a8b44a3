'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  samplingRecipe,
  type SamplingPreview,
  type SamplingRecipe,
} from '~/core/contracts/index.ts';
import { foldPlane } from '~/core/sampling/folds/fold-plane.ts';
import { count, MiniCircuit, Notice, Skeleton, SomaScatter, Stat, Stats } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useSettled } from './use-settled.ts';

type Props = { connectomeId: string; recipe: SamplingRecipe; hasPositions: boolean };

/** The folds on the tissue and some circuits the recipe draws, as it stands. */
export function SamplingPreviewPane({ connectomeId, recipe, hasPositions }: Props) {
  const settled = useSettled(recipe, 400);
  const valid = samplingRecipe.safeParse(settled).success;
  const preview = useQuery(
    useTRPC().connectome.previewSampling.queryOptions(
      { connectomeId, recipe: settled },
      {
        placeholderData: keepPreviousData,
        staleTime: Infinity,
        enabled: valid,
        retry: false,
        trpc: { abortOnUnmount: true }, // a recipe changed on: the server need not finish the old one
      },
    ),
  );
  const waiting = preview.isFetching || settled !== recipe;
  return (
    <div className="flex min-w-0 flex-col gap-4" aria-busy={waiting}>
      {!valid && <Notice tone="warn">The recipe has a value outside its limits.</Notice>}
      {preview.error && <Notice tone="danger">{preview.error.message}</Notice>}
      {preview.data ? (
        <div className={waiting || preview.error ? 'opacity-60' : undefined}>
          <Drawn preview={preview.data} hasPositions={hasPositions} folds={settled.folds} />
        </div>
      ) : (
        !preview.error && <Skeleton className="h-[36rem]" label="Drawing circuits" />
      )}
    </div>
  );
}

type DrawnProps = {
  preview: SamplingPreview;
  hasPositions: boolean;
  folds: SamplingRecipe['folds'];
};

function Drawn({ preview, hasPositions, folds: cut }: DrawnProps) {
  const { folds, circuits } = preview;
  const several = new Set(circuits.map(({ ids }) => ids.length)).size > 1;
  const { across, down } = foldPlane(cut);
  return (
    <div className="flex flex-col gap-4">
      <Stats>
        <Stat label="Neurons kept" value={count(preview.kept)} />
        <Stat label="Training" value={count(folds.train)} />
        <Stat label="Validation" value={count(folds.validation)} />
        <Stat label="Test" value={count(folds.test)} />
        <Stat label="Gap" value={count(folds.gap)} />
      </Stats>
      {hasPositions && <SomaScatter soma={preview.soma} by="fold" lateral={across} down={down} />}
      <ul aria-label="Sampled circuits" className="grid grid-cols-3 gap-2">
        {circuits.map((circuit, index) => (
          <li key={index}>
            <MiniCircuit
              circuit={{ ...circuit, n: circuit.ids.length }}
              label={`${circuit.fold} circuit of ${circuit.ids.length} neurons, ${circuit.edges.length} connections`}
              className="aspect-square w-full rounded bg-surface-2"
            />
            <p className="text-12 text-ink-3">
              {circuit.fold === 'train' ? 'training' : circuit.fold},{' '}
              {several && <span className="figures">N {circuit.ids.length}, </span>}
              <span className="figures">{circuit.edges.length}</span> edges
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
