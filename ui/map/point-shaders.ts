/** One square a point, positioned by the camera; the fragment shader rounds it. */
export const vertexShader = `#version 300 es
in vec2 place;
in float value;
in float state;
uniform vec2 center;
uniform vec2 scale;
uniform float size;
out float shade;
out float kind;
out float width;
void main() {
  gl_Position = vec4((place - center) * scale, 0.0, 1.0);
  width = state > 1.5 ? size * 1.5 : size;
  gl_PointSize = width;
  shade = value;
  kind = state;
}`;

/** A disc with a soft edge; muted points are faint and grey, undefined ones hollow. */
export const fragmentShader = `#version 300 es
precision mediump float;
in float shade;
in float kind;
in float width;
uniform sampler2D ramp;
uniform vec3 missing;
out vec4 colour;
void main() {
  float distance = length(gl_PointCoord - 0.5) * width;
  float radius = width * 0.5;
  float cover = clamp(radius - distance, 0.0, 1.0);
  bool undefinedValue = shade < 0.0;
  if (undefinedValue) cover *= clamp(distance - radius + 2.0, 0.0, 1.0);
  bool muted = kind > 0.5 && kind < 1.5;
  vec3 ink = undefinedValue || muted ? missing : texture(ramp, vec2(shade * 0.996 + 0.002, 0.5)).rgb;
  float alpha = cover * (muted ? 0.22 : 0.88);
  colour = vec4(ink * alpha, alpha);
}`;
