import { expect, test } from 'vitest';
import { circuitOf } from '../decoder/circuit.ts';
import { measureStructure, structureMetrics } from '../metrics/index.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { defaultProtocol, reservoirCurve, reservoirWeights } from '../reservoir/index.ts';
import { propertyOfEach, terrainProperties, terrainPropertyOf } from './properties.ts';

const subject = randomSubject(16, 4, 0.2);

test('every property has an id of its own, and every structure metric is one', () => {
  const ids = terrainProperties.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const measured = measureStructure(subject);
  for (const { id } of structureMetrics)
    expect(propertyOfEach(id, [subject])[0]).toBe(measured.get(id));
});

test('a function is the score of the circuit itself, with the signs of its classes', () => {
  const inhibitory = subject.classes.map((one) => one === 'I');
  const [point] = reservoirCurve(
    reservoirWeights(subject.circuit, inhibitory),
    defaultProtocol('narma10', { values: [0.9] }),
  );
  expect(propertyOfEach('function:narma10', [subject])[0]).toBe(point?.scores[0]);
});

test('without a cycle a function is not defined, and the list says what each is', () => {
  const chain = { circuit: circuitOf(3, [[0, 1]]) };
  expect([...propertyOfEach('function:memory', [chain, subject])]).toEqual([
    NaN,
    expect.any(Number),
  ]);
  expect(terrainPropertyOf('function:memory')).toMatchObject({
    name: 'Memory capacity',
    unit: 'steps, at radius 0.9, one input',
  });
});
