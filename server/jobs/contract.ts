import { z } from 'zod';
import { workerMessages } from '~/core/contracts/worker.ts';

/** contract.json: every message of the worker API as JSON schema, by name. */
export function contractText(): string {
  const schemas = Object.entries(workerMessages).map(([name, schema]) => {
    const generated = z.toJSONSchema(schema);
    delete generated.$schema;
    return [name, generated] as const;
  });
  return `${JSON.stringify(Object.fromEntries(schemas), null, 1)}\n`;
}
