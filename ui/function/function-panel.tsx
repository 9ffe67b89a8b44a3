'use client';
import { useMemo, useState } from 'react';
import { nullModelOf, nullModels, type NullModelId } from '~/core/nulls/index.ts';
import {
  defaultProtocol,
  defaultRadii,
  reservoirTaskOf,
  reservoirTasks,
} from '~/core/reservoir/index.ts';
import { decimal, Notice, Progress, SelectField } from '~/ui/kit/index.ts';
import { CurveFigure } from './curve-figure.tsx';
import { bandsOf, type Banded } from './curve-points.ts';
import { besideAt, nullBands } from './null-curve.ts';
import { NullSentence } from './null-sentence.tsx';
import { useCurve, type Scored } from './use-curve.ts';
import { useNullCurve } from './use-null-curve.ts';

const options = reservoirTasks.map(({ id, name }) => ({ value: id, label: name }));
const inputSeeds = [1, 2, 3, 4];
const radii = defaultRadii.map((radius) => ({ value: String(radius), label: String(radius) }));

type Beside = NullModelId | 'nothing';
const besides: readonly { value: Beside; label: string }[] = [
  ...nullModels.map((model) => ({ value: model.id, label: model.name })),
  { value: 'nothing', label: 'Nothing' },
];

/** What the circuit can compute: one task's score over spectral radius, growing as it is scored; null scores nothing. */
export function FunctionPanel({ scored }: { scored: Scored | null }) {
  const [id, setId] = useState(reservoirTasks[0]?.id ?? 'memory');
  const task = reservoirTaskOf(id);
  const protocol = useMemo(() => defaultProtocol(id, { inputSeeds }), [id]);
  const [beside, setBeside] = useState<Beside>('degree');
  const [radius, setRadius] = useState(0.9);
  const { points, scores, total, cyclic } = useCurve(scored, protocol);
  const model = beside === 'nothing' ? null : beside;
  // the circuit itself goes first
  const nulls = useNullCurve(scores === total ? scored : null, protocol, model, radius);
  const curve = bandsOf(points);
  return (
    <div data-testid="function">
      <div className="mb-2 grid grid-cols-2 gap-2 sm:grid-cols-[2fr_2fr_1fr]">
        <SelectField label="Task" value={id} options={options} onChange={setId} />
        <SelectField label="Compare with" value={beside} options={besides} onChange={setBeside} />
        <SelectField
          label="At radius"
          value={String(radius)}
          options={radii}
          onChange={(chosen) => setRadius(Number(chosen))}
        />
      </div>
      <p className="mb-2 text-13 text-ink-2">{task.measures}</p>
      {cyclic ? (
        <>
          <Progress
            label="Scores"
            value={scores / total}
            text={`${scores} of ${total} scores: ${protocol.values.length} spectral radii, ${inputSeeds.length} inputs`}
          />
          <div className="mt-3">
            <CurveFigure
              task={task}
              curve={curve}
              nulls={model ? nullBands(nulls.scores) : []}
              end={Math.max(...protocol.values)}
              chosen={radius}
            />
          </div>
          <p className="mt-2 min-h-5 text-13" data-testid="function-best">
            {sentenceOf(curve, task.score)}
          </p>
          {model && (
            <NullSentence
              score={task.score}
              chosen={radius}
              beside={besideAt(points, nulls.scores, radius)}
              drawn={nulls.scores.get(radius)?.length ?? 0}
              keeps={nullModelOf(model).keeps}
              why={nulls.why}
            />
          )}
        </>
      ) : (
        <Notice tone="info">
          Not defined: this circuit has no cycle, or none on which excitation and inhibition do not
          cancel. Its spectral radius is 0 and cannot be scaled.
        </Notice>
      )}
      <p className="figures mt-2 text-12 text-ink-2">{task.score.formula}</p>
      <p className="mt-1 text-12 text-ink-3">
        {`Chance ${task.score.chance}. tanh units; weights ±1 by class, scaled to each radius; washout ${protocol.washout}, ${protocol.train} steps to train, ${protocol.test} to test; ridge ${protocol.ridge}; input ± ${protocol.inputScaling}. The band spans the inputs. ${task.source}.`}
      </p>
    </div>
  );
}

function sentenceOf(
  bands: readonly Banded[],
  { name, unit, better }: ReturnType<typeof reservoirTaskOf>['score'],
): string {
  const sign = better === 'higher' ? 1 : -1;
  const best = bands.reduce<Banded | null>(
    (found, band) => (found && sign * found.mean >= sign * band.mean ? found : band),
    null,
  );
  if (!best) return '';
  return `Best: ${name.toLowerCase()} ${decimal(best.mean, 2)} (${decimal(best.low, 2)} to ${decimal(best.high, 2)}) ${unit} at radius ${best.value}.`;
}
