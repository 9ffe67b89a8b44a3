import { expect, it } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { batchCsv, batchJson } from './batch-export.ts';
import { readRequestTable } from './request-table.ts';
import { valueWish } from './request.ts';
import { synthesise, synthesisGround } from './synthesise.ts';
import { transparentDecode, transparentMap, transparentModel } from './transparent-model.ts';

const slack = [0.001, 0.01, 0.01, 0.03, 0.03, 0.01, 0.005, 0.05];
const read = (text: string) =>
  readRequestTable(
    text.split('\n').map((line) => line.split(',')),
    24,
    slack,
  );

it('reads values, ranges and empty fields by the names or ids of metrics', () => {
  expect(read('Density,cv_out,Memory capacity\n0.1,,4\n0.05..0.1, 0.8 ,')).toEqual({
    requests: [
      { row: 2, request: { density: valueWish(0.1), memory: valueWish(4) } },
      { row: 3, request: { density: { low: 0.05, high: 0.1 }, cv_out: valueWish(0.8) } },
    ],
    problems: [],
  });
});

it('names row, field and remedy of what is wrong, and keeps the rows that are right', () => {
  const { requests, problems } = read(
    'density,reciprocity,colour,density\n0.1,0.18,,\na lot,0.2,,\n0.1,1.4,,\n,,,\n0.1,0.2,,,5\n\n0.1..0.2..0.3,,,',
  );
  expect(requests.map(({ row }) => row)).toEqual([2]);
  expect(problems.map(({ row, field }) => [row, field])).toEqual([
    [1, 'colour'],
    [1, 'density'],
    [3, 'density'],
    [4, 'reciprocity'],
    [5, 'row'],
    [6, 'column 5'],
    [8, 'density'], // the empty line before it counts, and asks for nothing
  ]);
  for (const { problem, remedy } of problems) {
    expect(problem.length).toBeGreaterThan(5);
    expect(remedy).toMatch(/\.$/);
  }
});

it('an empty table and one that is too long are told', () => {
  expect(read('density').problems[0]?.problem).toBe('no request below the names');
  const long = read(`density\n${'0.1\n'.repeat(1500)}`);
  expect(long.requests).toHaveLength(1000);
  expect(long.problems[0]?.remedy).toContain('at most 1000');
});

it('what was made is told as a table and as edge lists', async () => {
  const map = transparentMap(60, 10);
  const request = { reciprocity: valueWish(0.4) };
  const made = await synthesise(
    synthesisGround(map, transparentModel),
    { request, seed: 3, conditions: 2 },
    transparentDecode,
  );
  if (!('circuit' in made)) throw new Error('it can be made');
  const [head, row] = batchCsv([{ request, made }])
    .split('\n')
    .map((line) => line.split(','));
  const field = (name: string) => row?.[head?.indexOf(name) ?? -1];
  expect(field('seed')).toBe('3');
  expect(field('reached')).toBe('yes');
  expect(Number(field('reciprocity'))).toBe(made.metrics[metricIds.indexOf('reciprocity')]);
  expect(head).not.toContain('memory');
  const told = JSON.parse(
    batchJson([{ request, made }], { decoder: 'abc', neuronsOf: () => map.header.ids }),
  ) as { circuits: { neurons: string[]; edges: [number, number][] }[] };
  const [circuit] = told.circuits;
  expect(circuit?.edges).toHaveLength(Number(field('connections')));
  for (const [pre, post] of circuit?.edges ?? [])
    expect(made.circuit.adjacency[pre * map.size + post]).toBe(1);
});
