import { z } from 'zod';
import { id, seed } from './ids.ts';

const latent = z.array(z.number()).min(1).max(64);

/** Cauchy-Schwarz, strictly: neither is a multiple of the other. */
function independent(u: readonly number[], v: readonly number[]): boolean {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
  return dot(u, u) * dot(v, v) - dot(u, v) ** 2 > 1e-12 * dot(u, u) * dot(v, v);
}

/** A plane in latent space: pixel (s, t) is the point origin + s u + t v. */
export const plane = z
  .object({
    id: z.string().describe('pc:0:1, axis:2:5, or custom'),
    label: z.tuple([z.string(), z.string()]),
    origin: latent,
    u: latent,
    v: latent,
  })
  .refine(
    ({ origin, u, v }) => u.length === origin.length && v.length === origin.length,
    'origin and directions have one length',
  )
  .refine(({ u, v }) => independent(u, v), 'the two directions must be independent');
export type Plane = z.infer<typeof plane>;

/** Where a person looks: z, the individual (seed), and the observed circuit whose neurons (conditions) are wired. */
export const probe = z.object({ z: latent, seed, conditions: z.int().min(0) });
export type Probe = z.infer<typeof probe>;

export const person = z.object({ id, name: z.string().max(80), color: z.string() });
export type Person = z.infer<typeof person>;

/** One client's awareness. `user` is overwritten by the server. Coordinates are latent, so every plane can show them. */
export const presence = z.object({
  user: person,
  cursor: latent.nullable(),
  probe: probe.nullable(),
  view: z
    .object({ plane, center: z.tuple([z.number(), z.number()]), span: z.number().positive() })
    .nullable()
    .describe('camera: centre and shorter side, in plane units'),
  following: z.int().nullable().describe('client id of the person followed'),
});
export type Presence = z.infer<typeof presence>;

/** A pinned probe keeps the edges it showed, so that it stays the same circuit on every machine. */
export const pin = z.object({
  id,
  probe,
  model: z.string().describe('sha256 of the model manifest'),
  n: z.int().min(1).max(512),
  adjacency: z.string().describe('bit-packed, base64'),
  borderline: z.int().describe('pairs within 1e-4 of a boundary'),
  name: z.string().max(80),
  by: person,
  at: z.int().describe('milliseconds since 1970'),
});
export type Pin = z.infer<typeof pin>;
