import { expect, test } from 'vitest';
import type { Prediction, TestProtocol } from '../contracts/direction-name.ts';
import { protocolFor, shapeProblem } from './test-shape.ts';

const circuits = [80, 84, 88, 90, 95, 99, 103, 110];
const expected = { circuits, unseen: true, modelSha256: 'a'.repeat(64) };
const metric: Prediction = {
  statements: [
    { metric: 'density', change: 'rises' },
    { metric: 'cycles', change: 'stays' },
  ],
  threshold: 0.5,
};
const score: Prediction = {
  statements: [{ metric: 'function:memory', change: 'rises' }],
  threshold: 0.5,
};
const protocol: TestProtocol = { ...protocolFor(expected), scores: null };
const row = circuits.map((_, k) => (k === 3 ? null : k));
const sds = { 'function:memory': 0.4 };

test('figures of the protocol pass', () => {
  expect(shapeProblem(metric, protocol, [row, row], expected)).toBeNull();
  const scores = { radius: 0.9, circuits: 48, sds };
  expect(shapeProblem(score, { ...protocol, scores }, [row], expected)).toBeNull();
});

test('another model, protocol, circuits, number of figures or unknown spread do not', () => {
  const problem = (changed: Partial<TestProtocol>) =>
    shapeProblem(metric, { ...protocol, ...changed }, [row, row], expected);
  expect(problem({ modelSha256: 'b'.repeat(64) })).toContain('another version');
  for (const changed of [
    { seed: 3 },
    { individuals: 400 },
    { steps: [-1, 2] as [number, number] },
    { circuits: circuits.map((one) => one + 1) },
    { circuits: circuits.slice(1) },
    { unseen: false },
  ])
    expect(problem(changed)).toContain('not measured by the protocol');
  expect(shapeProblem(metric, protocol, [row], expected)).toContain('every statement');
  expect(shapeProblem(metric, protocol, [row, row.slice(1)], expected)).toContain('each circuit');
  expect(shapeProblem(score, protocol, [row], expected)).toContain('standard deviations');
  for (const scores of [
    { radius: 0.8, circuits: 48, sds },
    { radius: 0.9, circuits: 48, sds: { 'function:parity': 1 } },
    { radius: 0.9, circuits: 48, sds: { 'function:memory': 0 } },
  ])
    expect(shapeProblem(score, { ...protocol, scores }, [row], expected)).not.toBeNull();
});
