import type { Prediction, TestFigures, TestProtocol } from '../contracts/direction-name.ts';
import { usualTest, type TestCircuits } from './test-circuits.ts';

/** Scores of tasks are taken at this spectral radius, over these inputs. */
export const claimRadius = 0.9;
export const claimInputs: readonly number[] = [1, 2];

/** So many observed training circuits tell the standard deviation of a score. */
export const claimSpread = 48;

export type Expected = TestCircuits & { readonly modelSha256: string };

/** The protocol that a test of this prediction has to have, but for the spread of scores, which is measured. */
export function protocolFor({
  modelSha256,
  circuits,
  unseen,
}: Expected): Omit<TestProtocol, 'scores'> {
  const { individuals, seed, steps } = usualTest;
  return { modelSha256, circuits: [...circuits], unseen, individuals, seed, steps: [...steps] };
}

/** What keeps figures from being those of a test of this prediction; null: nothing. */
export function shapeProblem(
  { statements }: Prediction,
  { scores, ...protocol }: TestProtocol,
  figures: TestFigures,
  expected: Expected,
): string | null {
  const wanted: Omit<TestProtocol, 'scores'> = protocolFor(expected);
  if (protocol.modelSha256 !== wanted.modelSha256) return 'This is another version of the model.';
  const keys = Object.keys(wanted) as (keyof typeof wanted)[];
  if (keys.some((key) => JSON.stringify(protocol[key]) !== JSON.stringify(wanted[key])))
    return 'This was not measured by the protocol that predictions are tested by.';
  if (figures.length !== statements.length)
    return 'A test has the changes of every statement, and of no other.';
  if (figures.some((row) => row.length !== protocol.circuits.length))
    return 'A test has one change for each circuit of its protocol.';
  const tasks = statements.flatMap(({ metric }) => (metric.includes(':') ? [metric] : []));
  const told = scores?.radius === claimRadius && scores.circuits <= claimSpread;
  if (tasks.length > 0 && !(told && tasks.every((task) => (scores.sds[task] ?? 0) > 0)))
    return 'A test of scores has their standard deviations.';
  return null;
}
