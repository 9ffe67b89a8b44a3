import { ClassLegend } from '~/ui/kit/index.ts';
import { selfEdges, type CircuitPicture } from './neurons-view.ts';

type Props = { picture: CircuitPicture; as: 'graph' | 'matrix' | 'table' };

/** Classes, one-way and reciprocal connections, and self-edges where there are any, as they are drawn. */
export function CircuitLegend({ picture, as }: Props) {
  const self = selfEdges(picture.circuit) > 0;
  if (as === 'matrix')
    return (
      <div className="flex flex-wrap items-center gap-x-3 text-12 text-ink-2">
        <ClassLegend values={picture.neurons.map((neuron) => neuron.class)} />
        <Cell className="bg-ink-2" text="one way" />
        <Cell className="bg-accent" text="both ways" />
        {self && <Cell className="border-[1.5px] border-ink" text="to itself" />}
      </div>
    );
  if (as === 'table')
    return (
      <div className="text-12 text-ink-2">
        <ClassLegend values={picture.neurons.map((neuron) => neuron.class)} />
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-12 text-ink-2">
      <ClassLegend values={picture.neurons.map((neuron) => neuron.class)} />
      <Line className="stroke-ink-3" text="one way" />
      <Line className="stroke-accent" text="both ways" curved />
      {self && (
        <span className="flex items-center gap-1">
          <svg aria-hidden viewBox="0 0 12 12" className="size-3">
            <circle cx="6" cy="6" r="5" fill="none" className="stroke-ink-2" />
            <circle cx="6" cy="6" r="2.5" className="fill-ink-2" />
          </svg>
          to itself
        </span>
      )}
    </div>
  );
}

function Line({
  className,
  text,
  curved = false,
}: {
  className: string;
  text: string;
  curved?: boolean;
}) {
  return (
    <span className="flex items-center gap-1">
      <svg aria-hidden viewBox="0 0 22 10" className={`h-2.5 w-5.5 fill-none ${className}`}>
        <path d={curved ? 'M1 4Q11 0 21 4M1 6Q11 10 21 6' : 'M1 5H20M16 2 20 5 16 8'} />
      </svg>
      {text}
    </span>
  );
}

function Cell({ className, text }: { className: string; text: string }) {
  return (
    <span className="flex items-center gap-1">
      <span aria-hidden className={`size-2 ${className}`} />
      {text}
    </span>
  );
}
