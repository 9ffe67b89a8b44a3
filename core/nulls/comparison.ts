import { Facts, isDefined, notDefined } from '../metrics/index.ts';
import type { NotDefined, Value } from '../metrics/index.ts';
import type { NullModel, NullSubject } from './null-model.ts';

/** Anything measured of a circuit: a structure metric, or a score of what it computes. */
export type Statistic<Id extends string = string> = {
  readonly id: Id;
  readonly compute: (facts: Facts) => Value;
};

/** A value beside its null. */
export type Beside<Id extends string = string> = {
  id: Id;
  value: Value;
  /** over the draws for which it is defined; how many these are */
  defined: number;
  mean: number | null;
  sd: number | null;
  /** 2.5 and 97.5 percentiles */
  low: number | null;
  high: number | null;
  /** (value - mean) / sd, or why there is none */
  z: Value;
};

export type Comparison<Id extends string = string> = {
  done: number;
  draws: number;
  beside: Beside<Id>[];
};

type Asked<Id extends string> = {
  subject: NullSubject;
  model: NullModel;
  statistics: readonly Statistic<Id>[];
  draws: number;
  seed: number;
  /** draws between two reports */
  batch: number;
};

/**
 * Each statistic of a circuit beside its null, after every `batch` draws and at the end; whoever stops asking stops the
 * work. What needs positions or classes takes them from the subject, which the draws share.
 */
export function* compareWithNull<Id extends string>(
  asked: Asked<Id>,
): Generator<Comparison<Id>, void> {
  const { subject, model, statistics, draws, seed, batch } = asked;
  const draw = model.prepare(subject);
  const observed = statistics.map(({ compute }) => compute(new Facts(subject)));
  if (typeof draw !== 'function') {
    yield {
      done: 0,
      draws,
      beside: statistics.map((one, k) => undrawn(one.id, observed[k] ?? draw, draw)),
    };
    return;
  }
  const drawn = statistics.map(() => new Array<number>());
  for (let index = 0; index < draws; index++) {
    const facts = new Facts({ ...subject, circuit: draw(seed, index) });
    statistics.forEach(({ compute }, k) => {
      const value = compute(facts);
      if (isDefined(value)) drawn[k]?.push(value);
    });
    const done = index + 1;
    if (done % batch === 0 || done === draws)
      yield {
        done,
        draws,
        beside: statistics.map(({ id }, k) => ({
          id,
          ...besideDraws(observed[k] ?? notDefined('not measured'), drawn[k] ?? []),
        })),
      };
  }
}

function undrawn<Id extends string>(id: Id, value: Value, reason: NotDefined): Beside<Id> {
  return { id, value, defined: 0, mean: null, sd: null, low: null, high: null, z: reason };
}

/** Mean, standard deviation (over n - 1), interval and z-score of a value among draws of its null. */
export function besideDraws(value: Value, draws: readonly number[]): Omit<Beside, 'id'> {
  const defined = draws.length;
  if (defined === 0) {
    const z = notDefined('no draw of the null has it');
    return { value, defined, mean: null, sd: null, low: null, high: null, z };
  }
  const sorted = Float64Array.from(draws).sort();
  const mean = sorted.reduce((sum, x) => sum + x, 0) / defined;
  const [least = 0, most = 0] = [sorted[0], sorted[defined - 1]];
  // Draws that are equal but for rounding have no spread.
  const still = most - least <= 1e-9 * Math.max(1, Math.abs(mean));
  const square = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const sd = still || defined < 2 ? 0 : Math.sqrt(square / (defined - 1));
  const z = !isDefined(value)
    ? value
    : sd === 0
      ? notDefined(
          defined < 2 ? 'only one draw of the null has it' : 'the same in every draw of the null',
        )
      : (value - mean) / sd;
  return {
    value,
    defined,
    mean,
    sd,
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    z,
  };
}

/** Between the nearest two of sorted values, in proportion (type 7 of Hyndman & Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (place % 1) * (above - below);
}
