export { fit, type Camera } from './camera.ts';
export { colourLabel, colourOptions } from './colour-options.ts';
export type { ColourBy } from './colouring.ts';
export { LatentMap, type LatentMapProps } from './latent-map.tsx';
export type { MapPerson } from './layers/people.tsx';
export type { MapPin } from './layers/pins.tsx';
export { MapToolbar } from './map-toolbar.tsx';
export { through } from './plane-options.ts';
export type { Tool } from './tools.ts';
