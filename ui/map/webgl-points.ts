import { scaleOf } from './camera.ts';
import { pointRadius, type PointCloud, type PointPainter } from './point-cloud.ts';
import { fragmentShader, vertexShader } from './point-shaders.ts';

/** The WebGL2 painter: one draw call a frame, the camera is two uniforms. Null where WebGL2 is not to be had. */
export function webglPoints(canvas: HTMLCanvasElement): PointPainter | null {
  const gl = canvas.getContext('webgl2', { antialias: false, premultipliedAlpha: true });
  if (!gl) return null;
  const program = link(gl);
  if (!program) return null;
  const vertices = gl.createVertexArray();
  gl.bindVertexArray(vertices);
  const places = attribute(gl, program, 'place', 2, gl.FLOAT);
  const values = attribute(gl, program, 'value', 1, gl.FLOAT);
  const states = attribute(gl, program, 'state', 1, gl.UNSIGNED_BYTE);
  const ramp = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, ramp);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const at = { center: uniform('center'), scale: uniform('scale'), size: uniform('size') };
  const missing = uniform('missing');
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

  let loaded: PointCloud | null = null;
  const fill = (buffer: WebGLBuffer, data: Float32Array | Uint8Array) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
  };
  return {
    kind: 'webgl2',
    load(cloud) {
      if (cloud.coordinates !== loaded?.coordinates) fill(places, cloud.coordinates);
      if (cloud.values !== loaded?.values) fill(values, cloud.values);
      if (cloud.states !== loaded?.states) fill(states, cloud.states);
      if (cloud.ramp !== loaded?.ramp)
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, cloud.ramp);
      const [r, g, b] = cloud.missing;
      gl.uniform3f(missing, r / 255, g / 255, b / 255);
      loaded = cloud;
    },
    draw(camera, viewport, ratio) {
      const k = scaleOf(camera, viewport);
      const count = loaded?.values.length ?? 0;
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform2f(at.center, camera.center[0], camera.center[1]);
      gl.uniform2f(at.scale, (2 * k) / viewport.width, (2 * k) / viewport.height);
      gl.uniform1f(at.size, 2 * pointRadius(count, viewport) * ratio);
      gl.drawArrays(gl.POINTS, 0, count);
    },
    dispose() {
      for (const buffer of [places, values, states]) gl.deleteBuffer(buffer);
      gl.deleteTexture(ramp);
      gl.deleteVertexArray(vertices);
      gl.deleteProgram(program);
    },
  };
}

function attribute(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  name: string,
  size: number,
  type: number,
): WebGLBuffer {
  const buffer = gl.createBuffer();
  const location = gl.getAttribLocation(program, name);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(location);
  gl.vertexAttribPointer(location, size, type, false, 0, 0);
  return buffer;
}

/** Null when the driver refuses the program or the context is lost. */
function link(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
