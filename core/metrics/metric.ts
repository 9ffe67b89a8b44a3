import type { Facts } from './facts.ts';

/** Why a circuit has no such value, in words that follow "not defined: ". */
export type NotDefined = { readonly notDefined: string };

/** A finite number, or the reason why there is none. Never NaN. */
export type Value = number | NotDefined;

/** What a metric is about; tables and menus are grouped by it. */
export const families = [
  'Connections',
  'Degrees',
  'Closure',
  'Triads',
  'Paths',
  'Spectrum',
  'Modules',
  'Space and class',
] as const;

/** A structure metric: tables, forms, legends, colours and help are made from this. */
export type Metric<Id extends string = string> = {
  readonly id: Id;
  readonly name: string;
  readonly family: (typeof families)[number];
  /** of the value */
  readonly unit: string;
  readonly formula: string;
  readonly about: string;
  readonly source: string;
  /** what must be known beside the connections */
  readonly needs: 'wiring' | 'positions' | 'classes';
  /** what was fixed by choice and belongs to the value */
  readonly parameters: readonly Parameter[];
  /** the least and the greatest possible value; null: no such bound */
  readonly range: readonly [least: number | null, greatest: number | null];
  /** diverging: the colours part at zero */
  readonly scale: 'sequential' | 'diverging';
  /** how values are spread over colours; log where they differ by orders of magnitude, zero then stands at the low end */
  readonly spacing: 'linear' | 'log';
  readonly compute: (facts: Facts) => Value;
};

export type Parameter = { readonly name: string; readonly value: number; readonly about: string };

type Usual = Pick<Metric, 'needs' | 'parameters' | 'range' | 'scale' | 'spacing'>;

/** A metric of the wiring alone, between 0 and 1, unless said otherwise. */
export function defineMetric<const Id extends string>(
  definition: Omit<Metric<Id>, keyof Usual> & Partial<Usual>,
): Metric<Id> {
  return {
    needs: 'wiring',
    parameters: [],
    range: [0, 1],
    scale: 'sequential',
    spacing: 'linear',
    ...definition,
  };
}

export function notDefined(reason: string): NotDefined {
  return { notDefined: reason };
}

export function isDefined(value: Value): value is number {
  return typeof value === 'number';
}

/** part / whole, or the reason when the whole is zero. */
export function ratio(part: number, whole: number, reason: string): Value {
  return whole > 0 ? part / whole : notDefined(reason);
}
