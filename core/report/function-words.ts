import type { FunctionReport } from '../contracts/function-report.ts';
import { reservoirTaskOf } from '../reservoir/tasks/index.ts';
import { shortNumber } from './plot.ts';

/** What the project aims at: memory at radius 0.9 from z, above the eight metrics by; tasks above half. */
const goals = { radius: 0.9, memory: 0.8, above: 0.05, half: 0.5, tasks: 3 };

/** What the figures say of the goals, whichever way it falls. */
export function functionWords({ tasks }: FunctionReport): string[] {
  const memory = tasks.find(({ task }) => task === 'memory');
  const at = memory?.protocol.values.indexOf(goals.radius) ?? -1;
  const [z, metrics] = [memory?.r2.z.r2[at] ?? null, memory?.r2.metrics.r2[at] ?? null];
  const over = tasks.filter(({ r2 }) =>
    r2.z.r2.some((value) => value !== null && value > goals.half),
  );
  const names = over.map(({ task }) => reservoirTaskOf(task).name);
  return [
    z === null || metrics === null
      ? `Memory at radius ${goals.radius} was not measured, so its goal could not be judged.`
      : `Memory at radius ${goals.radius}: ${shortNumber(z)} from z, ${shortNumber(metrics)} from the eight metrics; the goal of at least ${goals.memory.toFixed(2)}, and ${goals.above} above the metrics, is ${z >= goals.memory && z >= metrics + goals.above ? 'reached' : 'missed'}.`,
    `${over.length} of ${tasks.length} tasks above ${goals.half}${names.length > 0 ? ` (${names.join(', ')})` : ''}; the goal of ${goals.tasks} is ${over.length >= goals.tasks ? 'reached' : 'missed'}.`,
  ];
}
