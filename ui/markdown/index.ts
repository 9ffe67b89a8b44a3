export { MarkdownText } from './markdown-text.tsx';
export { plainLine } from './plain-line.ts';
