import type { Mentioned } from '../contracts/comment.ts';
import { typedText } from './mentions.ts';

const most = 120;

/** The beginning of a comment in one line, mentions by name. */
export function excerpt(text: string, mentions: readonly Mentioned[]): string {
  const letters = Array.from(typedText(text, mentions).replace(/\s+/g, ' ').trim());
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
