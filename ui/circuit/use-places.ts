import { useState } from 'react';
import { follow, type Laid, type LayoutId } from './follow-layout.ts';
import type { Places } from './layout.ts';
import type { CircuitPicture } from './neurons-view.ts';

/** Places of the circuit's neurons; each is made from the last, so it is kept as state that follows the props. */
export function usePlaces(picture: CircuitPicture, layout: LayoutId): Places {
  const [laid, setLaid] = useState<Laid>(() => follow(null, layout, picture));
  const next = follow(laid, layout, picture);
  if (next !== laid) setLaid(next);
  return next.places;
}
