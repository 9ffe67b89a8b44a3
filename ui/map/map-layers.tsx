import type { ModelManifest } from '~/core/contracts/index.ts';
import type { Point } from './camera.ts';
import type { MapMark } from './comment-marks.tsx';
import type { MapFrame } from './frame.ts';
import { Axes } from './layers/axes.tsx';
import { CommentedRegions } from './layers/commented-regions.tsx';
import { Contours } from './layers/contours.tsx';
import { MyProbe } from './layers/my-probe.tsx';
import { OpenedMark } from './layers/opened-mark.tsx';
import { Path } from './layers/path.tsx';
import { People, type MapPerson } from './layers/people.tsx';
import { Pointers } from './layers/pointers.tsx';
import { Pins, type MapPin } from './layers/pins.tsx';
import { ContourLabels } from './terrain/contour-labels.tsx';
import type { ContourLine } from './terrain/contour-lines.ts';
import type { Pointing } from './use-trails.ts';
import { RegionShape } from './layers/region-shape.tsx';

interface Props {
  readonly frame: MapFrame;
  /** The terrain below, whose contour lines are named here. */
  readonly ground: { readonly lines: readonly ContourLine[] } | null;
  readonly prior: ModelManifest['prior'];
  readonly probe: readonly number[];
  readonly opened: readonly number[] | null;
  readonly hovered: readonly number[] | null;
  readonly corners: readonly Point[];
  readonly people: readonly MapPerson[];
  readonly pins: readonly MapPin[];
  readonly pointing: readonly Pointing[];
  readonly path: readonly (readonly number[])[] | null;
  readonly marks: readonly MapMark[];
  readonly mark: string | null;
}

/** Everything above the points, from the ground up. */
export function MapLayers(props: Props) {
  const { frame, ground, probe, opened, hovered } = props;
  return (
    <svg
      width={frame.viewport.width}
      height={frame.viewport.height}
      className="pointer-events-none absolute inset-0 font-sans"
    >
      <Axes frame={frame} />
      <Contours frame={frame} prior={props.prior} />
      {ground && <ContourLabels frame={frame} lines={ground.lines} />}
      {opened && <Path frame={frame} through={[opened, probe]} />}
      {opened && <OpenedMark frame={frame} z={opened} />}
      {hovered && <OpenedMark frame={frame} z={hovered} hover />}
      {props.path && <Path frame={frame} through={props.path} steps />}
      {props.corners.length > 0 && <RegionShape frame={frame} corners={props.corners} />}
      <CommentedRegions frame={frame} marks={props.marks} current={props.mark} />
      <Pins frame={frame} pins={props.pins} />
      <People frame={frame} people={props.people} />
      <MyProbe frame={frame} z={probe} />
      <Pointers frame={frame} pointing={props.pointing} />
    </svg>
  );
}
