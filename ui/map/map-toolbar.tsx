'use client';
import type { ReactNode } from 'react';
import type { ModelManifest, Plane } from '~/core/contracts/index.ts';
import { Button, Segments, Select } from '~/ui/kit/index.ts';
import { colourOptions, terrainOptions } from './colour-options.ts';
import type { Ground } from './terrain/ground.ts';
import type { ColourBy } from './colouring.ts';
import { axesOf, axisOptions, planeOf } from './plane-options.ts';
import { tools, type Tool } from './tools.ts';

interface Props {
  readonly model: Pick<
    ModelManifest,
    'latent' | 'principal' | 'prior' | 'hasPositions' | 'conditions'
  >;
  readonly plane: Plane;
  readonly colourBy: ColourBy;
  readonly ground: Ground;
  readonly tool: Tool;
  /** There are no others to show something to. */
  readonly alone: boolean;
  readonly onPlane: (plane: Plane) => void;
  readonly onColourBy: (by: ColourBy) => void;
  readonly onGround: (ground: Ground) => void;
  readonly onTool: (tool: Tool) => void;
  readonly onFit: () => void;
  /** Lays the plane through the probe; null while it lies in it. */
  readonly onThrough: (() => void) | null;
  readonly children?: ReactNode;
}

/** Colour, plane and tool of the map. */
export function MapToolbar(props: Props) {
  const { ground } = props;
  const offered = props.alone ? tools.filter(({ id }) => id !== 'point') : tools;
  const axes = axesOf(props.plane) ?? ['pc:0', 'pc:1'];
  const options = axisOptions(props.model);
  const choose = (side: 0 | 1) => (value: string) =>
    props.onPlane(planeOf(props.model, value, axes[1 - side] ?? value, side === 0));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-2">
      <div className="flex items-center gap-1.5">
        <span aria-hidden className="hidden min-[1700px]:inline">
          Colour
        </span>
        <Select
          aria-label="Colour"
          className="w-36"
          value={props.colourBy}
          options={colourOptions(props.model)}
          onChange={props.onColourBy}
        />
      </div>
      <div role="group" aria-label="Plane" className="flex items-center gap-1.5">
        <span aria-hidden className="hidden min-[1700px]:inline">
          Plane
        </span>
        <Select
          aria-label="Horizontal axis"
          className="w-18"
          value={axes[0]}
          options={options}
          onChange={choose(0)}
        />
        <span aria-hidden>×</span>
        <Select
          aria-label="Vertical axis"
          className="w-18"
          value={axes[1]}
          options={options}
          onChange={choose(1)}
        />
      </div>
      <Button
        size="small"
        variant="quiet"
        disabled={props.onThrough === null}
        onClick={() => props.onThrough?.()}
        title="Lay the plane through the probe, so that every pixel shares what the probe has off the plane"
      >
        Through probe
      </Button>
      <Segments
        label="Tool"
        value={props.tool}
        options={offered.map(({ id, label, about, key }) => ({
          value: id,
          label,
          about: `${about} (${key})`,
        }))}
        onChange={props.onTool}
      />
      <Button size="small" variant="quiet" onClick={props.onFit} title="Show all circuits (0)">
        Fit
      </Button>
      <div role="group" aria-label="Terrain" className="flex items-center gap-1">
        <Button
          size="small"
          variant="quiet"
          aria-pressed={ground.shown}
          onClick={() => props.onGround({ ...ground, shown: !ground.shown })}
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          title="Paint a property of the circuits that would be decoded here over the map"
        >
          Terrain
        </Button>
        <Select
          aria-label="Property of the terrain"
          className="w-27"
          value={ground.property}
          options={terrainOptions(props.model)}
          onChange={(property) => props.onGround({ property, shown: true })}
        />
      </div>
      {props.children}
    </div>
  );
}
