import { z } from 'zod';
import { id, seed } from './ids.ts';

/**
 * Bounds of what travels: far beyond what pages make (they keep probes within 1e3 and zoom from 1e-3 to 1e4), and
 * near enough that every place can be drawn. What lies beyond them counts as not there.
 */
const furthest = 1e4;
const coordinate = z.number().min(-furthest).max(furthest);
/** A place of latent space as it travels. */
export const latent = z.array(coordinate).min(1).max(64);
const shortText = z.string().max(80);

/** Length of the shortest direction of a plane: a place takes at most 1e4 / 1e-6 of it. */
const shortest = 1e-6;

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);

/** Cauchy-Schwarz, strictly: neither is a multiple of the other. */
function independent(u: readonly number[], v: readonly number[]): boolean {
  return dot(u, u) * dot(v, v) - dot(u, v) ** 2 > 1e-12 * dot(u, u) * dot(v, v);
}

/** A plane in latent space: pixel (s, t) is the point origin + s u + t v. */
export const plane = z
  .object({
    id: shortText.describe('pc:0:1, axis:2:5, or custom'),
    label: z.tuple([shortText, shortText]),
    origin: latent,
    u: latent,
    v: latent,
  })
  .refine(
    ({ origin, u, v }) => u.length === origin.length && v.length === origin.length,
    'origin and directions have one length',
  )
  .refine(({ u, v }) => Math.min(dot(u, u), dot(v, v)) >= shortest ** 2, 'a direction is too short')
  .refine(({ u, v }) => independent(u, v), 'the two directions must be independent');
export type Plane = z.infer<typeof plane>;

/** Where a person looks: z, the individual (seed), and the observed circuit whose neurons (conditions) are wired. */
export const probe = z.object({ z: latent, seed, conditions: z.int().min(0) });
export type Probe = z.infer<typeof probe>;

/** A coordinate on a plane, in its units. */
const place = z.number().min(-1e6).max(1e6);

export const person = z.object({
  id,
  name: shortText,
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
});
export type Person = z.infer<typeof person>;

/** Where somebody's sliders began, and by how many steps each has moved their probe since. */
export const steering = z.object({
  origin: probe,
  amounts: z
    .record(shortText, z.number().min(-2).max(2))
    .refine((all) => Object.keys(all).length <= 32, 'too many sliders')
    .describe('by direction'),
  before: z
    .array(coordinate.nullable())
    .max(16)
    .nullable()
    .describe('metrics of the circuit there, in the order of metricIds'),
});
export type SharedSteering = z.infer<typeof steering>;

/** One client's awareness. `user` is overwritten by the server. Coordinates are latent, so every plane can show them. */
export const presence = z.object({
  user: person,
  cursor: latent.nullable(),
  probe: probe.nullable(),
  view: z
    .object({
      plane,
      center: z.tuple([place, place]),
      span: z.number().min(1e-4).max(1e5),
      ratio: z.number().min(1e-3).max(1e3).optional().describe('width by height of the window'),
    })
    .nullable()
    .describe('camera: centre and shorter side, in plane units'),
  following: z.int().nullable().describe('client id of the person followed'),
  pin: id.optional().describe('the pin of the bench whose stored edges are shown at the probe'),
  steering: steering.optional().describe('how sliders led the probe where it is'),
  idle: z
    .boolean()
    .optional()
    .describe('there, but without input for a while, or with the page hidden'),
  pointing: z.boolean().optional().describe('the cursor is shown to the others on purpose'),
  calling: z
    .int()
    .optional()
    .describe('asks everyone to follow; each call has a number of its own'),
  declined: z.int().optional().describe('the call that was answered with no'),
});
export type Presence = z.infer<typeof presence>;

/** A pinned probe keeps the edges it showed, so that it stays the same circuit on every machine. */
export const pin = z.object({
  id,
  probe,
  model: z.string().max(64).describe('sha256 of the model manifest'),
  n: z.int().min(1).max(512),
  adjacency: z.string().max(43_692).describe('bit-packed, base64: 512 x 512 bits at most'),
  borderline: z.int().min(0).describe('pairs within 1e-4 of a boundary'),
  name: shortText,
  by: person,
  at: z.int().describe('milliseconds since 1970'),
});
export type Pin = z.infer<typeof pin>;
