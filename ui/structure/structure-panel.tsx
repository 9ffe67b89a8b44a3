'use client';
import { memo, useEffect, useState, type ReactNode } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { metrics, notDefined, structureMetricOf, type MetricValues } from '~/core/metrics/index.ts';
import type { Comparison } from '~/core/nulls/index.ts';
import { useNulls, type NullsOf } from '~/ui/decode/index.ts';
import { FunctionDialog } from '~/ui/function/index.ts';
import { Button, Select, useLater } from '~/ui/kit/index.ts';
import { AllMetrics } from './all-metrics.tsx';
import { choices, sentenceOf, type Choice } from './choices.ts';
import { besideNull, besideTraining } from './reference.ts';
import { StructureTable } from './structure-table.tsx';

type Props = {
  values: MetricValues | null;
  /** Of the observed circuit shown beside it; null when none is open. */
  observed: MetricValues | null;
  training: ModelManifest['metrics'];
  /** The circuit itself, for its nulls. */
  circuit: NullsOf | null;
  /** What the metrics stand beside at first. */
  first: Choice;
  /** More that can be done from here; the same element as long as it means the same. */
  actions?: ReactNode;
  /** Hears what the values stand beside, as it is drawn; the same function as long as it means the same. */
  onBeside?: (shown: BesideShown) => void;
};

/** What the metrics of a circuit stand beside at a moment; `comparison` null: nothing is drawn, or not yet. */
export type BesideShown = {
  readonly choice: Choice;
  readonly of: NullsOf | null;
  readonly comparison: Comparison | null;
};

/** "  7 of 200 drawn.", padded to one width. */
function drawnOf(comparison: Pick<Comparison, 'done' | 'draws'> | null): string {
  const { done, draws } = comparison ?? { done: 0, draws: 200 };
  return `${String(done).padStart(String(draws).length, '\u2007')} of ${draws} drawn.`;
}

/** The eight metrics of the circuit, each beside a null or the training circuits; while a probe is dragged the circuit goes first. */
export function StructurePanel({ values, circuit, ...others }: Props) {
  return <Panel values={useLater(values)} circuit={useLater(circuit)} {...others} />;
}

const Panel = memo(function Panel(props: Props) {
  const { values, observed, training, circuit, first, actions, onBeside } = props;
  const [choice, setChoice] = useState(first);
  const [all, setAll] = useState(false);
  const model = choice === 'training' ? null : choice;
  const comparison = useNulls(circuit, model, false);
  useEffect(() => {
    onBeside?.({ choice, of: circuit, comparison });
  }, [onBeside, choice, circuit, comparison]);
  const rows = metrics.map(({ id }) => {
    const found = comparison?.beside.find((one) => one.id === id);
    const value = values?.[id] ?? null;
    return {
      metric: structureMetricOf(id),
      value:
        found?.value ?? (values && value === null ? notDefined('its denominator is zero') : value),
      observed: observed ? observed[id] : undefined,
      reference: model
        ? found
          ? besideNull(found)
          : null
        : besideTraining(
            value,
            training.find((one) => one.metric === id),
          ),
    };
  });
  return (
    <>
      <StructureTable
        caption="Structure of the circuit beside a null or the training circuits"
        rows={rows}
        hasObserved={observed !== null}
        beside={
          <Select
            aria-label="Compare with"
            value={choice}
            options={choices}
            onChange={setChoice}
            className="text-12"
          />
        }
      />
      <div className="mt-1 flex items-start justify-between gap-x-3 gap-y-1 text-12 text-ink-3 max-sm:flex-wrap">
        <p className="min-h-8" data-testid="structure-band" data-drawn={comparison?.done ?? 0}>
          {sentenceOf(choice)}{' '}
          {/* always there and as wide, so that nothing moves with the probe */}
          {model && <span className="figures whitespace-nowrap">{drawnOf(comparison)}</span>}
        </p>
        <div className="flex gap-2 max-sm:flex-wrap sm:shrink-0">
          <Button size="small" onClick={() => setAll(true)} disabled={!circuit}>
            All metrics
          </Button>
          <FunctionDialog scored={circuit} />
          {actions}
        </div>
      </div>
      <AllMetrics
        key={model}
        open={all}
        onOpenChange={setAll}
        circuit={circuit}
        first={model ?? 'degree'}
      />
    </>
  );
});
