import { z } from 'zod';
import { viewState, type ViewState } from '../contracts/view.ts';

const versioned = z.looseObject({ version: z.int() });

/** A stored view that this build cannot read, in words. */
export class ViewUnreadable extends Error {
  override name = 'ViewUnreadable';
}

/**
 * The state of a stored view, whichever version of this program wrote it.
 * @throws ViewUnreadable for one of a version that is not known here, or that is damaged
 */
export function readViewState(stored: unknown): ViewState {
  const { data: head } = versioned.safeParse(stored);
  if (!head) throw new ViewUnreadable('This is not a view.');
  const read = viewState.safeParse(stored);
  if (read.success) return read.data;
  if (head.version > newest)
    throw new ViewUnreadable('This view was saved by a newer version of the program.');
  const [issue] = read.error.issues;
  throw new ViewUnreadable(
    `This view is damaged: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
  );
}

const newest: ViewState['version'] = 1;
