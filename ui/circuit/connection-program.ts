import type { Attributes } from 'graphology-types';
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { connectionFragment, connectionVertex } from './connection-shaders.ts';

const uniforms = [
  'u_matrix',
  'u_sizeRatio',
  'u_correctionRatio',
  'u_minEdgeThickness',
  'u_curvature',
  'u_arrow',
] as const;

/** Length and half width of the arrow head, in thicknesses. */
const arrow = [5, 2.1] as const;

/** Vertices of the ribbon: how far along, which side, and 0 body, 1 base of the head, 2 its tip. */
function ribbon(segments: number): [number, number, number][] {
  const body = Array.from({ length: segments + 1 }, (_, k) => k / segments);
  return [
    ...body.flatMap((along): [number, number, number][] => [
      [along, -1, 0],
      [along, 1, 0],
    ]),
    [1, -1, 1],
    [1, 1, 1],
    [1, 0, 2],
  ];
}

/**
 * A program for connections from presynaptic to postsynaptic neuron.
 * @param curvature height of the bend as a share of the distance; the two of a reciprocal pair bend to opposite sides
 */
export function connectionProgram<N extends Attributes, E extends Attributes>(
  curvature: number,
): EdgeProgramType<N, E> {
  const vertices = ribbon(curvature === 0 ? 1 : 6);
  return class extends EdgeProgram<(typeof uniforms)[number], N, E> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: vertices.length,
        VERTEX_SHADER_SOURCE: connectionVertex,
        FRAGMENT_SHADER_SOURCE: connectionFragment,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_from', size: 2, type: FLOAT },
          { name: 'a_to', size: 2, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          { name: 'a_radius', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_along', size: 1, type: FLOAT },
          { name: 'a_side', size: 1, type: FLOAT },
          { name: 'a_head', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: vertices,
      };
    }

    override processVisibleItem(
      edgeIndex: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const { array } = this;
      array[start] = source.x;
      array[start + 1] = source.y;
      array[start + 2] = target.x;
      array[start + 3] = target.y;
      array[start + 4] = data.size;
      array[start + 5] = target.size;
      array[start + 6] = floatColor(data.color);
      array[start + 7] = edgeIndex;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniformMatrix3fv(at.u_matrix ?? null, false, params.matrix);
      gl.uniform1f(at.u_sizeRatio ?? null, params.sizeRatio);
      gl.uniform1f(at.u_correctionRatio ?? null, params.correctionRatio);
      gl.uniform1f(at.u_minEdgeThickness ?? null, params.minEdgeThickness);
      gl.uniform1f(at.u_curvature ?? null, curvature);
      gl.uniform2f(at.u_arrow ?? null, arrow[0], arrow[1]);
    }
  };
}
