import type { Pin, Plane, Probe } from '~/core/contracts/index.ts';
import type { CircuitTab, LayoutId } from '~/ui/circuit/index.ts';
import type { Camera, ColourBy, Ground, Tool } from '~/ui/map/index.ts';

/** Everything about what one person sees of a map. Serialisable: a saved view is this object. */
export interface View {
  readonly plane: Plane;
  readonly camera: Camera | null;
  readonly probe: Probe;
  readonly colourBy: ColourBy;
  readonly tool: Tool;
  /** The terrain below the points; each person's own. */
  readonly ground: Ground;
  /** Circuits selected on the map; null: no selection. */
  readonly selection: readonly number[] | null;
  /** Corners of the region they were selected by, places of latent space; null: by none. */
  readonly region: readonly (readonly number[])[] | null;
  /** Neurons selected in the circuit. */
  readonly neurons: readonly number[];
  /** The observed circuit shown beside the decoded one. */
  readonly opened: number | null;
  readonly tab: CircuitTab;
  readonly layout: LayoutId;
  /** The pin whose stored edges are shown; it goes with the first move of the probe. */
  readonly pin: Pin | null;
}

export type ViewAction =
  | {
      type: 'set';
      fields: Partial<
        Pick<
          View,
          | 'camera'
          | 'colourBy'
          | 'tool'
          | 'ground'
          | 'selection'
          | 'region'
          | 'neurons'
          | 'tab'
          | 'layout'
        >
      >;
    }
  | { type: 'plane'; plane: Plane }
  | { type: 'probe'; probe: Partial<Probe> }
  | { type: 'open'; circuit: number; z: readonly number[] }
  | { type: 'close' }
  | { type: 'restore'; pin: Pin };

export function reduceView(view: View, action: ViewAction): View {
  switch (action.type) {
    case 'set':
      return { ...view, ...action.fields };
    case 'plane':
      return { ...view, plane: action.plane, camera: null };
    case 'probe':
      return withProbe({ ...view, pin: null }, { ...view.probe, ...action.probe });
    case 'open':
      return withProbe(
        { ...view, pin: null, opened: action.circuit },
        { ...view.probe, z: rounded(action.z), conditions: action.circuit },
      );
    case 'close':
      return { ...view, opened: null };
    case 'restore':
      return { ...withProbe(view, action.pin.probe), pin: action.pin, opened: null };
  }
}

/** Other conditions are other neurons, so their selection goes. */
function withProbe(view: View, probe: Probe): View {
  const z = rounded(probe.z);
  const neurons = probe.conditions === view.probe.conditions ? view.neurons : [];
  return { ...view, neurons, probe: { ...probe, z } };
}

/** No circuit lies near it, and others still see who goes there. */
const furthest = 1e3;

/** Latent coordinates as they travel to others, so that everyone decodes exactly the same place. */
function rounded(z: readonly number[]): number[] {
  return z.map((value) => Math.round(Math.min(furthest, Math.max(-furthest, value)) * 1e4) / 1e4);
}

export function sameProbe(a: Probe, b: Probe): boolean {
  return (
    a.seed === b.seed &&
    a.conditions === b.conditions &&
    a.z.length === b.z.length &&
    a.z.every((value, d) => value === b.z[d])
  );
}
