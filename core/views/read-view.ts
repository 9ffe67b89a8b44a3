import { z } from 'zod';
import { viewState, viewStates, type ViewState } from '../contracts/view.ts';

const versioned = z.looseObject({ version: z.int() });
const newest = viewState.shape.version.value;

/** A stored view that this build cannot read, in words. */
export class ViewUnreadable extends Error {
  override name = 'ViewUnreadable';
}

/** From each version to the next: what it did not keep is not known. */
const upgrades: Readonly<Record<number, (stored: unknown) => unknown>> = {
  1: (stored) => {
    const state = parsed(viewStates[1], stored);
    return {
      ...state,
      version: 2,
      ground: { ...state.ground, protocol: null },
      beside: null,
    };
  },
};

/**
 * The state of a stored view, whichever version of this program wrote it.
 * @throws ViewUnreadable for one of a version that is not known here, or that is damaged
 */
export function readViewState(stored: unknown): ViewState {
  const { data: head } = versioned.safeParse(stored);
  if (!head) throw new ViewUnreadable('This is not a view.');
  if (head.version > newest)
    throw new ViewUnreadable('This view was saved by a newer version of the program.');
  let state = stored;
  for (let version = head.version; version < newest; version++) {
    const upgrade = upgrades[version];
    if (!upgrade) throw new ViewUnreadable(`There never was a view of version ${version}.`);
    state = upgrade(state);
  }
  return parsed(viewState, state);
}

function parsed<State>(contract: z.ZodType<State>, stored: unknown): State {
  const { data, error } = contract.safeParse(stored);
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  throw new ViewUnreadable(
    `This view is damaged: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}
