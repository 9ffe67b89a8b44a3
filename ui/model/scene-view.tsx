import type { Mark, Palette, Role, Scene } from '~/core/report/index.ts';

type Props = {
  scene: Scene;
  label: string;
  /** id of the text that says how to read it */
  describedBy: string;
  palette: Palette;
  className: string;
};

/** A scene in the colours of the page; what it says stands in the table beside it. */
export function SceneView({ scene, label, describedBy, palette, className }: Props) {
  const { width, height, marks } = scene;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
      className={className}
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      {marks.map((mark, index) => (
        <MarkView key={index} mark={mark} palette={palette} />
      ))}
    </svg>
  );
}

function MarkView({ mark, palette }: { mark: Mark; palette: Palette }) {
  const { tag: Tag, attributes, fill, stroke, text, about } = mark;
  const colour = (role: Role | undefined) => (role ? palette[role] : undefined);
  return (
    <Tag {...attributes} fill={colour(fill) ?? 'none'} stroke={colour(stroke)}>
      {about && <title>{about}</title>}
      {text}
    </Tag>
  );
}
