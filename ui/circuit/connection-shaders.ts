/**
 * A connection as a ribbon along a quadratic Bezier curve that ends in an arrow head at the rim of its target. Only the
 * ribbon is filled, where a shader that measures the distance to a curve has to visit its whole bounding box.
 */
export const connectionVertex = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_thickness;
attribute float a_radius;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_along;
attribute float a_side;
attribute float a_head;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
uniform float u_curvature;
uniform vec2 u_arrow;
varying vec4 v_color;
varying float v_across;
varying float v_half;
void main() {
  float pixel = 2.0 * u_correctionRatio;
  float thickness = max(a_thickness / u_sizeRatio, u_minEdgeThickness);
  vec2 chord = a_to - a_from;
  vec2 normal = vec2(-chord.y, chord.x);
  vec2 control = (a_from + a_to) * 0.5 + normal * u_curvature;
  float speed = length(2.0 * (a_to - control));
  float rim = a_radius / u_sizeRatio * pixel / speed;
  float tip = max(0.5, 1.0 - rim);
  float base = max(0.3, tip - thickness * u_arrow.x * pixel / speed);
  float t = a_head > 1.5 ? tip : a_along * base;
  vec2 place = mix(mix(a_from, control, t), mix(control, a_to, t), t);
  vec2 tangent = normalize(mix(control - a_from, a_to - control, t));
  float wide = a_head > 0.5 ? thickness * u_arrow.y : thickness * 0.5 + 0.3;
  vec2 across = vec2(-tangent.y, tangent.x) * a_side * wide * pixel;
  gl_Position = vec4((u_matrix * vec3(place + across, 1.0)).xy, 0.0, 1.0);
  v_across = a_side * wide;
  v_half = a_head > 0.5 ? 1e3 : thickness * 0.5;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

export const connectionFragment = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  gl_FragColor = v_color * clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
  #endif
}`;
