import type { ReservoirTaskId } from '../../contracts/reservoir.ts';

/** A number that a task can be asked with; forms are made from these. */
export type TaskParameter = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
};

export type TaskParameters = Readonly<Record<string, number>>;

/** One input and its targets over time; targets[output][t] is what a readout should say of the state that has seen input[t]. */
export type TaskSignal = {
  readonly input: Float64Array;
  readonly targets: readonly Float64Array[];
};

/** How well one output was told on the test steps. */
export type OutputJudgement = {
  /** squared correlation of readout and target; 0 where either does not vary */
  readonly r2: number;
  /** root of the mean squared error over the variance of the target */
  readonly nrmse: number;
  /** share of steps at which readout and target have the same sign */
  readonly accuracy: number;
};

/** A reservoir task: tables, forms, curves and help are made from this. */
export type ReservoirTask = {
  readonly id: ReservoirTaskId;
  /** names the task's stream; never reused */
  readonly code: number;
  readonly name: string;
  readonly measures: string;
  readonly source: string;
  readonly score: {
    readonly name: string;
    readonly unit: string;
    readonly formula: string;
    readonly better: 'higher' | 'lower';
    readonly of: keyof OutputJudgement;
    /** over several outputs */
    readonly over: 'sum' | 'mean';
    /** what a readout of noise reaches */
    readonly chance: string;
  };
  readonly parameters: readonly TaskParameter[];
  readonly inputScaling: number;
  /** Steps before the first one whose target is defined. */
  readonly history: (parameters: TaskParameters) => number;
  /** Input and targets of `steps` steps under one seed. */
  readonly signal: (seed: number, steps: number, parameters: TaskParameters) => TaskSignal;
};

/** The value of a parameter. @throws RangeError when it is not given. */
export function parameterOf(parameters: TaskParameters, id: string): number {
  const value = parameters[id];
  if (value === undefined) throw new RangeError(`The protocol lacks the parameter ${id}.`);
  return value;
}
