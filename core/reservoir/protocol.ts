import type { ReservoirProtocol, ReservoirTaskId } from '../contracts/reservoir.ts';
import { reservoirTaskOf } from './tasks/index.ts';

/** 20 spectral radii, 0.1 to 2. */
export const defaultRadii: readonly number[] = Array.from(
  { length: 20 },
  (_, index) => (index + 1) / 10,
);

/** The protocol of a task as it stands unless something is asked otherwise: 4,050 steps, one input seed. */
export function defaultProtocol(
  taskId: ReservoirTaskId,
  asked: Partial<Omit<ReservoirProtocol, 'task' | 'format'>> = {},
): ReservoirProtocol {
  const task = reservoirTaskOf(taskId);
  const parameters = Object.fromEntries(
    task.parameters.map(({ id, default: value }) => [id, value]),
  );
  return {
    format: 'latentome-reservoir-1',
    task: taskId,
    scale: 'spectral-radius',
    values: [...defaultRadii],
    units: 'tanh',
    signed: true,
    inputScaling: task.inputScaling,
    washout: 50,
    train: 2000,
    test: 2000,
    ridge: 0.5,
    inputSeeds: [1],
    ...asked,
    parameters: { ...parameters, ...asked.parameters },
  };
}

/** What is wrong with a protocol beyond its schema, in words; empty where nothing is. */
export function protocolProblems(protocol: ReservoirProtocol): string[] {
  const task = reservoirTaskOf(protocol.task);
  const problems: string[] = [];
  for (const { id, name, min, max } of task.parameters) {
    const value = protocol.parameters[id];
    if (value === undefined || !Number.isInteger(value) || value < min || value > max)
      problems.push(`${name} is a whole number from ${min} to ${max}.`);
  }
  for (const id of Object.keys(protocol.parameters))
    if (!task.parameters.some((parameter) => parameter.id === id))
      problems.push(`${task.name} has no parameter ${id}.`);
  if (problems.length > 0) return problems;
  const { firstLag, lastLag } = protocol.parameters;
  if (firstLag !== undefined && lastLag !== undefined && firstLag > lastLag)
    problems.push('The first lag comes after the last.');
  const history = task.history(protocol.parameters);
  if (protocol.washout < history)
    problems.push(`The washout must cover the ${history} steps this task looks back.`);
  return problems;
}
