'use client';
import { useEffect, useRef, useState } from 'react';
import type { ReservoirTaskId } from '~/core/contracts/index.ts';
import { reservoirTaskOf, reservoirTasks } from '~/core/reservoir/index.ts';
import { Button, decimal, Dialog, Notice, plural, Progress, SelectField } from '~/ui/kit/index.ts';
import { openEffects, Stopped } from './effects-client.ts';
import {
  circuitsToScore,
  functionDirection,
  functionProtocol,
  mostJudged,
  mostScored,
  type FunctionDirection,
} from './function-direction.ts';
import type { Directions } from './use-directions.ts';

type Props = { directions: Directions; onClose: () => void };

const tasks = reservoirTasks.map(({ id, name }) => ({ value: id, label: name }));
const radii = ['0.6', '0.9', '1.2'].map((value) => ({ value, label: value }));

/** Scores observed circuits at a task and finds where those lie that do it better. */
export function FunctionDirectionDialog({ directions, onClose }: Props) {
  const { scene, add, setGroup } = directions;
  const [task, setTask] = useState<ReservoirTaskId>('memory');
  const [radius, setRadius] = useState('0.9');
  const [done, setDone] = useState<number | null>(null);
  const [found, setFound] = useState<FunctionDirection | null>(null);
  const [error, setError] = useState<string | null>(null);
  const line = useRef<ReturnType<typeof openEffects> | null>(null);
  useEffect(() => () => line.current?.stop(), []);

  const find = async () => {
    const { remote, orStopped, stop } = (line.current = openEffects());
    setError(null);
    setFound(null);
    setDone(0);
    try {
      const protocol = functionProtocol(task, Number(radius));
      const scores = new Map<number, number>();
      const all = circuitsToScore(scene.map);
      for (const { index, circuit, classes } of all) {
        scores.set(index, await orStopped(remote.score(circuit, classes, protocol)));
        setDone(scores.size / all.length);
      }
      const { covariance } = scene.model.manifest.prior;
      setFound(functionDirection(scene.map, covariance, protocol, scores));
    } catch (failure) {
      if (failure instanceof Stopped) return;
      setError(failure instanceof Error ? failure.message : 'Nothing could be scored.');
    } finally {
      stop();
      setDone(null);
    }
  };
  const keep = ({ direction }: FunctionDirection) => {
    add(direction);
    setGroup('own');
    onClose();
  };
  const anew = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      set(value);
      setFound(null);
      setError(null);
    };
  };
  const busy = done !== null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Direction of a function"
      description={`Scores up to ${mostScored} observed training circuits at a task and finds where those lie that do it better. Up to ${mostJudged} held-out (validation) circuits judge it.`}
    >
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label="Task"
          value={task}
          options={tasks}
          onChange={anew(setTask)}
          disabled={busy}
        />
        <SelectField
          label="Spectral radius"
          value={radius}
          options={radii}
          onChange={anew(setRadius)}
          disabled={busy}
        />
      </div>
      <p className="mt-2 min-h-9 text-13 text-ink-2">{reservoirTaskOf(task).measures}</p>
      <div className="my-3 min-h-6">
        {error && <Notice tone="danger">{error}</Notice>}
        {found && (
          <p className="text-13" role="status" data-testid="function-says">
            {`R² of the score is ${decimal(found.fit.r2, 2)} on ${plural(found.fit.circuits, 'held-out circuit')}.`}
          </p>
        )}
        {busy && <Progress label="Circuits scored" value={done} />}
      </div>
      {found ? (
        <Button variant="primary" onClick={() => keep(found)}>
          Add to the sliders
        </Button>
      ) : (
        <Button variant="primary" busy={busy} onClick={() => void find()}>
          Find the direction
        </Button>
      )}
    </Dialog>
  );
}
