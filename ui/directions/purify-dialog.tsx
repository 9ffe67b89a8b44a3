'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { farthest, ridges, stepEffect, tradeOff, usualRidge } from '~/core/directions/index.ts';
import { DecoderClosed } from '~/ui/decode/index.ts';
import { Button, decimal, Dialog, Notice, plural, Progress, SelectField } from '~/ui/kit/index.ts';
import { Stopped } from './effects-client.ts';
import { openHeldOut } from './held-out.ts';
import { metricHeads } from './metric-heads.ts';
import { purifiedDirection } from './purified-direction.ts';
import { TradeOffFigure } from './trade-off-figure.tsx';
import type { Directions } from './use-directions.ts';
import { useEffectMatrix } from './use-effect-matrix.ts';

type Props = { directions: Directions; onClose: () => void };

const options = metricHeads.map(({ id, name }) => ({ value: id, label: name }));

/** Which metric to move, which to hold, and how far from the data that may lead. */
export function PurifyDialog({ directions, onClose }: Props) {
  const { scene, add, setGroup } = directions;
  const { matrix, progress, error } = useEffectMatrix(scene);
  const [own, setOwn] = useState<MetricId>('reciprocity');
  const [held, setHeld] = useState<ReadonlySet<MetricId>>(new Set(metricIds));
  const [rounds, setRounds] = useState<number | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [at, setAt] = useState(ridges.indexOf(usualRidge));
  const ridge = ridges[at] ?? usualRidge;
  const kept = metricIds.filter((id) => id !== own && held.has(id));
  const key = kept.join();
  const found = useMemo(() => {
    if (!matrix) return null;
    const rows =
      key === '' ? [] : key.split(',').map((id) => metricIds.findIndex((one) => one === id));
    try {
      return tradeOff(matrix, metricIds.indexOf(own), rows);
    } catch (failure) {
      if (failure instanceof RangeError) return failure.message;
      throw failure;
    }
  }, [matrix, own, key]);
  const points = typeof found === 'string' ? null : found;
  const point = points?.[at];
  const toggle = (id: MetricId) =>
    setHeld(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const line = useRef<ReturnType<typeof openHeldOut> | null>(null);
  useEffect(() => () => line.current?.stop(), []);
  const make = async () => {
    if (!matrix || !scene.decoder) return;
    const { decode, stop } = (line.current = openHeldOut(
      scene.decoder,
      scene.map,
      scene.model.manifest,
    ));
    setFailed(null);
    setRounds(0);
    try {
      const wish = { metric: own, held: kept, ridge };
      add(await purifiedDirection(scene, matrix, wish, decode, setRounds));
      setGroup('own');
      onClose();
    } catch (failure) {
      if (failure instanceof Stopped || failure instanceof DecoderClosed) return;
      setFailed(failure instanceof Error ? failure.message : 'No direction was found.');
    } finally {
      stop();
      setRounds(null);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Purify a direction"
      description="Moves one metric and holds others as they are, by the effects that the decoder was measured to have."
    >
      <SelectField label="Move" value={own} options={options} onChange={setOwn} />
      <fieldset className="mt-3">
        <legend className="text-13 font-medium text-ink-2">Hold</legend>
        <div className="mt-1 grid grid-cols-2 gap-x-3">
          {metricHeads.map(({ id, name }) => (
            <label key={id} className="flex min-h-6 items-center gap-2 text-13">
              <input
                type="checkbox"
                checked={held.has(id) && id !== own}
                disabled={id === own}
                onChange={() => toggle(id)}
                className="accent-accent"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-3 min-h-60">
        {error && <Notice tone="danger">{error}</Notice>}
        {typeof found === 'string' && <Notice tone="warn">{found}</Notice>}
        {!error && !matrix && (
          <Progress
            label="Effects measured"
            value={progress}
            text="Effects of the latent axes around validation circuits"
          />
        )}
        {points && (
          <>
            <label className="flex flex-col gap-1 text-13 font-medium text-ink-2">
              Ridge
              <input
                type="range"
                min={0}
                max={ridges.length - 1}
                step={1}
                value={at}
                aria-valuetext={String(Number(ridge.toPrecision(2)))}
                onChange={({ target }) => setAt(target.valueAsNumber)}
                className="h-6 w-full accent-accent"
              />
            </label>
            <TradeOffFigure points={points} at={at} />
          </>
        )}
        {point && (
          <p className="mt-1 min-h-9 text-13" data-testid="purify-says">
            {`A step moves the metric by ${stepEffect} sd and is ${decimal(point.length * stepEffect, 2)} sd of the data long; the largest change of what is held is ${decimal(point.side * point.length * stepEffect, 2)} sd.`}
            {point.length * stepEffect > farthest &&
              ` No such direction lies within ${farthest} sd of the data: hold less, or take a greater ridge.`}
          </p>
        )}
      </div>
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          disabled={!points}
          busy={rounds !== null}
          onClick={() => void make()}
        >
          Add to the sliders
        </Button>
        <span className="text-12 text-ink-3" role="status">
          {failed ??
            (rounds === null
              ? 'It is corrected by what it does to validation circuits first.'
              : `Measured and corrected, ${plural(rounds, 'time')} so far.`)}
        </span>
      </div>
    </Dialog>
  );
}
