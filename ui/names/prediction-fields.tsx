'use client';
import { changeKinds, type Prediction } from '~/core/contracts/index.ts';
import { Button, NumberField, Segments, Select } from '~/ui/kit/index.ts';
import { claimables } from './claim-words.ts';

type Props = { prediction: Prediction; onChange: (prediction: Prediction) => void };

const changes = changeKinds.map((value) => ({ value, label: value }));

/** Statements about metrics and scores, one each, and what counts as a change. */
export function PredictionFields({ prediction, onChange }: Props) {
  const { statements, threshold } = prediction;
  const said = new Set(statements.map(({ metric }) => metric));
  const free = claimables.filter(({ value }) => !said.has(value));
  const put = (next: Prediction['statements']) => onChange({ ...prediction, statements: next });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-13 font-medium text-ink-2">
        Prediction, from two steps back to two steps on
      </legend>
      {statements.length === 0 && (
        <p className="text-13 text-ink-3">None: the name is a claim that cannot be tested.</p>
      )}
      {statements.map(({ metric, change }, index) => (
        <div key={metric} className="flex flex-wrap items-center gap-2">
          <Select
            aria-label={`Metric of statement ${index + 1}`}
            className="w-44"
            value={metric}
            options={claimables.filter(({ value }) => value === metric || !said.has(value))}
            onChange={(value) => put(statements.with(index, { metric: value, change }))}
          />
          <Segments
            label={`Change of statement ${index + 1}`}
            value={change}
            options={changes}
            onChange={(value) => put(statements.with(index, { metric, change: value }))}
          />
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove statement ${index + 1}`}
            onClick={() => put(statements.filter((_, other) => other !== index))}
          >
            Remove
          </Button>
        </div>
      ))}
      {free[0] && (
        <Button
          size="small"
          className="self-start"
          onClick={() =>
            free[0] && put([...statements, { metric: free[0].value, change: 'rises' }])
          }
        >
          Add a statement
        </Button>
      )}
      {statements.length > 0 && (
        <NumberField
          label="Counts as no change up to"
          hint="In standard deviations of the training circuits, either way."
          unit="sd"
          className="w-56"
          min={0.05}
          max={5}
          step={0.05}
          value={threshold}
          onChange={(value) => onChange({ ...prediction, threshold: value })}
        />
      )}
    </fieldset>
  );
}
