import { CommentSection } from '~/ui/comments/index.ts';

/** What people say of the direction itself, whatever it is called. */
export function DirectionComments({ directionId }: { directionId: string }) {
  return (
    <CommentSection
      scope={{ of: 'direction', directionId }}
      choice={{
        value: 'direction',
        label: 'The direction',
        target: { kind: 'direction', directionId },
      }}
    />
  );
}
