import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { zoom, type Point } from './camera.ts';
import type { MapFrame } from './frame.ts';
import {
  begin,
  cornersOf,
  end,
  move,
  pinch,
  type Gesture,
  type Step,
  type Wish,
} from './gesture.ts';
import type { Tool } from './tools.ts';

interface Options {
  readonly element: RefObject<HTMLElement | null>;
  readonly frame: MapFrame | null;
  readonly tool: Tool;
  /** The observed circuit near a pixel. */
  readonly circuitAt: (pixel: Point) => number | null;
  readonly wish: (wish: Wish) => void;
  /** The pointer over the map, null when it has left. */
  readonly hover: (pixel: Point | null, shift: boolean) => void;
}

/** Pointers, fingers and the wheel as one gesture at a time. Returns handlers and the region being drawn. */
export function useGestures({ element, frame, tool, circuitAt, wish, hover }: Options) {
  const [gesture, setGesture] = useState<Gesture>({ kind: 'none' });
  const fingers = useRef(new Map<number, Point>());

  useEffect(() => {
    const target = element.current;
    if (!target || !frame) return;
    // React listens passively to the wheel, so the page would scroll as well
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016));
      const at = within(target, event);
      wish({ kind: 'camera', camera: zoom(frame.camera, frame.viewport, factor, at) });
    };
    target.addEventListener('wheel', wheel, { passive: false });
    return () => target.removeEventListener('wheel', wheel);
  }, [element, frame, wish]);

  const take = (step: Step) => {
    setGesture(step.gesture);
    if (step.wish) wish(step.wish);
  };
  const down = (event: PointerEvent<HTMLElement>) => {
    if (!frame || event.button === 2) return;
    const at = within(event.currentTarget, event);
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, at);
    const [first, second] = [...fingers.current.values()];
    if (first && second) {
      setGesture({ kind: 'pinch', first, second });
      return;
    }
    const used = event.button === 1 ? 'pan' : tool;
    if (used === 'point') hover(at, event.shiftKey); // a finger comes without hovering first
    take(begin(used, at, circuitAt(at), frame));
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!frame) return;
    const at = within(event.currentTarget, event);
    if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, at);
    const [first, second] = [...fingers.current.values()];
    if (gesture.kind === 'pinch') {
      if (first && second) take(pinch(gesture, first, second, frame));
      return;
    }
    if (gesture.kind === 'none' || gesture.kind === 'press') hover(at, event.shiftKey);
    if (gesture.kind !== 'none') take(move(gesture, at, frame));
  };
  const up = (event: PointerEvent<HTMLElement>) => {
    const mine = fingers.current.delete(event.pointerId);
    if (mine && gesture.kind !== 'none') take(end(gesture, within(event.currentTarget, event)));
  };
  const cancel = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    setGesture({ kind: 'none' });
  };
  const handlers = {
    onPointerDown: down,
    onPointerMove: drag,
    onPointerUp: up,
    onPointerCancel: cancel,
    onPointerLeave: () => hover(null, false),
  };
  return { handlers, corners: cornersOf(gesture), dragging: gesture.kind === 'probe' };
}

function within(element: HTMLElement, event: { clientX: number; clientY: number }): Point {
  const box = element.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}
