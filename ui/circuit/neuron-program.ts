import type { Attributes } from 'graphology-types';
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { selfEdge } from './neuron-shape.ts';

/** Attributes this program needs on a node beside sigma's own. */
type NeuronData = NodeDisplayData & { shape?: number };

/** Drawn larger than the neuron, to leave room for the ring. */
const room = 1.8;

const vertex = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying float v_shape;
varying float v_radius;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  v_shape = a_shape;
  gl_PointSize = v_radius * 2.0 * ${room.toFixed(1)};
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const fragment = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_shape;
varying float v_radius;
void main(void) {
  vec2 p = (gl_PointCoord - 0.5) * 2.0 * ${room.toFixed(1)};
  float self = step(${selfEdge}.0 - 0.5, v_shape);
  float shape = v_shape - self * ${selfEdge}.0;
  float far = length(p);
  float edge = far;
  if (shape > 1.5) edge = max(abs(p.x), abs(p.y)) / 0.85;
  else if (shape > 0.5) edge = (abs(p.x) + abs(p.y)) / 1.3;
  float cover = clamp((1.0 - edge) * v_radius + 0.5, 0.0, 1.0);
  float ring = self * clamp(0.9 - abs(far - 1.55) * v_radius, 0.0, 1.0);
  float ink = max(cover, ring);
  #ifdef PICKING_MODE
  gl_FragColor = ink > 0.5 ? v_color : vec4(0.0);
  #else
  gl_FragColor = v_color * ink;
  #endif
}`;

const uniforms = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

/** One point a neuron: class by shape as well as colour, self-edges as a ring (sigma draws no loops). */
export class NeuronProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends NodeProgram<(typeof uniforms)[number], N, E, G> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGL2RenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: POINTS,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NeuronData): void {
    this.array.set(
      [data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color), nodeIndex],
      start,
    );
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio ?? null, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
  }
}
