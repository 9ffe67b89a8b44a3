'use client';
import { useMemo, useState } from 'react';
import {
  bandOf,
  defaultProtocol,
  reservoirTaskOf,
  reservoirTasks,
} from '~/core/reservoir/index.ts';
import { decimal, Notice, Progress, SelectField } from '~/ui/kit/index.ts';
import { CurveFigure } from './curve-figure.tsx';
import type { Point } from './curve-points.ts';
import { useCurve, type Scored } from './use-curve.ts';

const options = reservoirTasks.map(({ id, name }) => ({ value: id, label: name }));
const inputSeeds = [1, 2, 3, 4];

/** What the circuit can compute: one task's score over spectral radius, growing as it is scored; null scores nothing. */
export function FunctionPanel({ scored }: { scored: Scored | null }) {
  const [id, setId] = useState(reservoirTasks[0]?.id ?? 'memory');
  const task = reservoirTaskOf(id);
  const protocol = useMemo(() => defaultProtocol(id, { inputSeeds }), [id]);
  const { points, scores, total, cyclic } = useCurve(scored, protocol);
  return (
    <div data-testid="function">
      <SelectField label="Task" value={id} options={options} onChange={setId} className="mb-2" />
      <p className="mb-2 text-13 text-ink-2">{task.measures}</p>
      {cyclic ? (
        <>
          <Progress
            label="Scores"
            value={scores / total}
            text={`${scores} of ${total} scores: ${protocol.values.length} spectral radii, ${inputSeeds.length} inputs`}
          />
          <div className="mt-3">
            <CurveFigure task={task} points={points} end={Math.max(...protocol.values)} />
          </div>
          <p className="mt-2 min-h-5 text-13" data-testid="function-best">
            {sentenceOf(points, task.score)}
          </p>
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
  points: readonly Point[],
  { name, unit, better }: ReturnType<typeof reservoirTaskOf>['score'],
): string {
  const bands = points.map(({ value, scores }) => ({ value, ...bandOf(scores) }));
  const sign = better === 'higher' ? 1 : -1;
  const best = bands.reduce<(typeof bands)[number] | null>(
    (found, band) => (found && sign * found.mean >= sign * band.mean ? found : band),
    null,
  );
  if (!best) return '';
  return `Best: ${name.toLowerCase()} ${decimal(best.mean, 2)} (${decimal(best.low, 2)} to ${decimal(best.high, 2)}) ${unit} at radius ${best.value}.`;
}
