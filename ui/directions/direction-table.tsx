'use client';
import { ScrollArea } from '~/ui/kit/index.ts';
import { ChangeRows } from './change-rows.tsx';
import type { Steerable } from './direction.ts';
import { DirectionRow } from './direction-row.tsx';
import { metricHeads } from './metric-heads.ts';
import type { Directions } from './use-directions.ts';

type Props = { directions: Directions; onOpen: (direction: Steerable) => void };

/** The directions of one group, each with its slider and its effects, and below what the sliders together change. */
export function DirectionTable({ directions, onOpen }: Props) {
  const { all, group, steering, effects, change } = directions;
  const head = 'px-0.5 pb-0.5 text-12 font-normal text-ink-3 whitespace-nowrap';
  return (
    <ScrollArea label="Directions" className="min-h-0 flex-1">
      <table className="w-full table-fixed border-separate border-spacing-0">
        <caption className="sr-only">
          Directions with their sliders; effects from two steps back to two steps on, in standard
          deviations of the training circuits
        </caption>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            <th scope="col" className={`${head} pl-0 text-left md:w-40`}>
              Direction
            </th>
            <th scope="col" className={`${head} w-40 text-center md:w-32`}>
              steps −2 to 2
            </th>
            <th scope="col" className={`${head} w-12`}>
              <span className="sr-only">Steps now</span>
            </th>
            {metricHeads.map(({ id, short, name }) => (
              <th key={id} scope="col" className={`${head} text-center max-md:hidden`} title={name}>
                <span aria-hidden>{short}</span>
                <span className="sr-only">{name}</span>
              </th>
            ))}
            <th
              scope="col"
              className={`${head} w-11 text-right`}
              title="Length of one step, in sd of the data"
            >
              length
            </th>
          </tr>
        </thead>
        <tbody>
          {all[group].map((direction) => {
            const known = effects.get(direction.id);
            return (
              known && (
                <DirectionRow
                  key={direction.id}
                  direction={direction}
                  amount={steering.amounts.get(direction.id) ?? 0}
                  known={known}
                  onSteer={steering.steer}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </tbody>
        <ChangeRows change={change} />
      </table>
    </ScrollArea>
  );
}
