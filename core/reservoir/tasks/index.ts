import type { ReservoirTaskId } from '../../contracts/reservoir.ts';
import { lorenz } from './lorenz.ts';
import { mackeyGlass } from './mackey-glass.ts';
import { memory } from './memory.ts';
import { narma10 } from './narma10.ts';
import { parity } from './parity.ts';
import type { ReservoirTask } from './task.ts';

export type { ReservoirTask, TaskParameter, TaskSignal } from './task.ts';

/** In the order of `reservoirTaskIds`. */
export const reservoirTasks: readonly ReservoirTask[] = [
  memory,
  narma10,
  mackeyGlass,
  lorenz,
  parity,
];

export function reservoirTaskOf(id: ReservoirTaskId): ReservoirTask {
  const found = reservoirTasks.find((task) => task.id === id);
  if (!found) throw new Error(`No reservoir task ${id}.`);
  return found;
}
