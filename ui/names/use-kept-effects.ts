'use client';
import { useMutation } from '@tanstack/react-query';
import { metricIds, type MeasuredEffects, type NullEffects } from '~/core/contracts/index.ts';
import {
  encodedOf,
  leastCircuits,
  measureEffects,
  measureNulls,
  Spread,
  spreadOut,
  usualNulls,
  usualSteps,
} from '~/core/directions/index.ts';
import { deviationsOf, heldOut, type openHeldOut } from '~/ui/directions/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import type { DirectionScene } from './direction-scene.ts';
import { useDecoding } from './use-decoding.ts';
import { useSay } from './use-say.ts';

type Line = ReturnType<typeof openHeldOut>;

/** Measures what random directions of the same length do, and the direction itself where nobody has, for everybody. */
export function useKeptEffects(scene: DirectionScene) {
  const trpc = useTRPC();
  const say = useSay();
  const keep = useMutation(trpc.direction.keepMeasured.mutationOptions(say));
  const { direction } = scene.detail;
  const known = (direction.effects?.circuits ?? 0) >= leastCircuits;
  const work = useDecoding(scene, async (line, told) => {
    const effects = known ? null : await effectsOf(scene, line, (share) => told(share / 2));
    const nulls = await nullsOf(scene, line, (share) => told(known ? share : 0.5 + share / 2));
    await keep.mutateAsync({ directionId: direction.id, effects, nulls });
  });
  return { ...work, known };
}

type Told = (share: number) => void;

async function effectsOf({ detail, map, model }: DirectionScene, { decode }: Line, told: Told) {
  const test = encodedOf(map, 'test');
  const from = { ...test, circuits: spreadOut(test.circuits, heldOut.circuits) };
  const { vector } = detail.direction;
  const metrics = deviationsOf(model.manifest);
  let found: MeasuredEffects | null = null;
  const question = { ...heldOut, steps: usualSteps, vector, from, metrics, decode };
  for await (const report of measureEffects(question)) {
    found = report;
    told(report.circuits / from.circuits.length);
  }
  return found;
}

async function nullsOf(
  { detail, map, model }: DirectionScene,
  { decode }: Line,
  told: Told,
): Promise<NullEffects> {
  const test = encodedOf(map, 'test');
  const from = { ...test, circuits: spreadOut(test.circuits, usualNulls.circuits) };
  const each: number[][] = [];
  for await (const changes of measureNulls({
    ...usualNulls,
    from,
    decode,
    spread: new Spread(model.manifest.prior.covariance),
    length: detail.direction.distance,
    sds: deviationsOf(model.manifest).map(({ sd }) => sd),
  })) {
    each.push(changes);
    told(each.length / usualNulls.directions);
  }
  const metrics = metricIds.flatMap((metric, k) => {
    const changes = each.map((row) => row[k] ?? NaN);
    return changes.every((value) => Number.isFinite(value)) ? [{ metric, changes }] : [];
  });
  const [first, last] = usualNulls.steps;
  return { ...usualNulls, circuits: from.circuits.length, steps: [first, last], metrics };
}
