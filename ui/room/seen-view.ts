import type { SharedView } from '~/core/collab/index.ts';
import type { Pin, Presence } from '~/core/contracts/index.ts';
import { sameProbe, type View } from './view.ts';

/**
 * What the room adds to my own view: plane, individual and colour are the room's; whom I follow leads me, also to the
 * stored edges of a pin on the bench.
 */
export function seenView(
  mine: View,
  shared: SharedView,
  leader: Pick<Presence, 'probe' | 'view' | 'pin'> | null,
  bench: readonly Pin[] = [],
): View {
  const dims = mine.probe.z.length;
  const plane = shared.plane?.origin.length === dims ? shared.plane : mine.plane;
  const colourBy = mine.colourBy === 'fold' ? 'fold' : (shared.color ?? mine.colourBy);
  const seed = mine.pin ? mine.probe.seed : (shared.seed ?? mine.probe.seed);
  const own: View = {
    ...mine,
    plane,
    colourBy,
    probe: seed === mine.probe.seed ? mine.probe : { ...mine.probe, seed },
  };
  if (!leader) return own;
  const probe = leader.probe?.z.length === dims ? leader.probe : own.probe;
  const view = leader.view?.plane.origin.length === dims ? leader.view : null;
  return {
    ...own,
    plane: view?.plane ?? plane,
    camera: view ? { center: view.center, span: view.span, ratio: view.ratio } : own.camera,
    probe,
    pin:
      [...bench.filter(({ id }) => id === leader.pin), mine.pin].find(
        (pin) => pin && sameProbe(pin.probe, probe),
      ) ?? null,
    opened: mine.opened === probe.conditions ? mine.opened : null,
    neurons: mine.probe.conditions === probe.conditions ? mine.neurons : [],
  };
}

/**
 * What I keep of a view for myself. Plane, individual and colour are the room's, so they are kept as everybody first
 * sees them: where the room says nothing any more, as after an undo, all see the same again. A pin's individual and
 * the colour of chosen circuits (`fold`) are mine.
 */
export function ownView(view: View, first: View): View {
  const { pin, probe } = view;
  const { seed } = first.probe;
  return {
    ...view,
    plane: first.plane,
    colourBy: view.colourBy === 'fold' ? 'fold' : first.colourBy,
    probe: pin || probe.seed === seed ? probe : { ...probe, seed },
  };
}

/** What of a change of my view is for the whole room. */
export function sharedChange(before: View, after: View, shared: SharedView): Partial<SharedView> {
  const seed = after.probe.seed;
  return {
    ...(after.plane === before.plane ? {} : { plane: after.plane }),
    ...(after.pin || seed === before.probe.seed || seed === shared.seed ? {} : { seed }),
    ...(after.colourBy === 'fold' || after.colourBy === before.colourBy
      ? {}
      : { color: after.colourBy }),
  };
}
