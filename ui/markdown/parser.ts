import MarkdownIt from 'markdown-it';
import { mentionMark } from '~/core/comments/index.ts';

/** Levels of quotes and lists; what lies deeper is left out. */
const deepest = 24;

/** Markdown without HTML, tables and references; addresses become links by themselves. */
export const parser = new MarkdownIt('default', { html: false, linkify: true, breaks: true });
parser.disable(['table', 'reference']);
parser.set({ maxNesting: deepest });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
parser.validateLink = isWeb;

/** Only pages of the web: no script, no data, no mail, nothing of this site by a relative address. */
export function isWeb(address: string): boolean {
  if (!/^https?:\/\//i.test(address)) return false;
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

const markHere = new RegExp(mentionMark.source, 'y');

// before links, or `@[id](address)` would be one
parser.inline.ruler.before('link', 'mention', (state, silent) => {
  markHere.lastIndex = state.pos;
  const [mark, id] = markHere.exec(state.src) ?? [];
  if (mark === undefined || id === undefined) return false;
  if (!silent) state.push('mention', '', 0).content = id;
  state.pos += mark.length;
  return true;
});
