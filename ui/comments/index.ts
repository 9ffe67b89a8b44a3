export { CommentSection } from './comment-section.tsx';
export { CommentsPanel } from './comments-panel.tsx';
export type { TargetChoice } from './new-thread.tsx';
export { useLinkedThread } from './use-linked-thread.ts';
