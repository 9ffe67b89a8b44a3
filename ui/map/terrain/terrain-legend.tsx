import { terrainPropertyOf, type TerrainPropertyId } from '~/core/terrain/index.ts';
import { ScaleLegend } from '../scale-legend.tsx';
import type { Tick } from '../metric-scale.ts';

interface Props {
  readonly property: TerrainPropertyId;
  readonly seed: number;
  /** null until the first level is there */
  readonly cells: number | null;
  readonly ticks: readonly Tick[];
  readonly ramp: Uint8Array | null;
  readonly error: string | null;
}

/** What the colours of the ground mean, and how fine it is so far. */
export function TerrainLegend({ property, seed, cells, ticks, ramp, error }: Props) {
  const { name, unit } = terrainPropertyOf(property);
  return (
    <div
      data-testid="terrain-legend"
      data-cells={cells ?? 0}
      className="rounded bg-surface/85 px-2 py-1"
    >
      <p className="text-ink">{`Terrain: ${name}`}</p>
      <p className="mb-1 max-md:hidden">{unit}</p>
      <ScaleLegend ramp={ramp} ticks={ticks} opacity={0.55} />
      <p role="status">
        {error ?? (cells ? `${cells} × ${cells}, individual ${seed}` : 'Decoding')}
      </p>
    </div>
  );
}
