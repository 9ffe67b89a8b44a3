/** An answer "no" to a worker: HTTP status, a code the worker acts on, and words for its log. */
export class WorkerRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 409 | 413 | 422,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'WorkerRefusal';
  }
}

export const leaseLost = () =>
  new WorkerRefusal(409, 'lease-lost', 'This attempt no longer holds the run; drop it.');
