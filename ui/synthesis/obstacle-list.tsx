import type { Obstacle, SynthesisRequest } from '~/core/synthesis/index.ts';
import { Button, Notice } from '~/ui/kit/index.ts';

type Props = {
  obstacles: readonly Obstacle[];
  onNearest: (request: SynthesisRequest) => void;
};

/** Why no circuit can be as asked, with what to ask instead and a button that takes it over. */
export function ObstacleList({ obstacles, onNearest }: Props) {
  const nearest = obstacles.find((obstacle) => obstacle.nearest)?.nearest;
  return (
    <Notice tone="danger">
      <ul className="flex flex-col gap-1" data-testid="obstacles">
        {obstacles.map(({ problem, remedy }) => (
          <li key={problem}>{`${problem} ${remedy}`}</li>
        ))}
      </ul>
      {nearest && (
        <div className="mt-2">
          <Button size="small" onClick={() => onNearest(nearest)}>
            Take the nearest
          </Button>
        </div>
      )}
    </Notice>
  );
}
