import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { longestComment } from '~/core/contracts/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { MarkdownText } from './markdown-text.tsx';

const ada = { id: 'u_ada', name: 'Ada <b>' };
const html = (text: string) => renderToStaticMarkup(<MarkdownText text={text} mentions={[ada]} />);
const plain = (text: string) => html(text).replace(/ class="[^"]*"| data-testid="[^"]*"/g, '');
/** Without the frame around it. */
const inner = (text: string) => plain(text).replace(/^<div>|<\/div>$/g, '');

const link = (address: string, words = address) =>
  `<a href="${address}" rel="noopener noreferrer nofollow" target="_blank">${words}</a>`;

test.each([
  ['**a** *b* ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>'],
  ['one\ntwo\n\nthree', '<p>one<br/>two</p><p>three</p>'],
  ['# not a heading of the page', '<p>not a heading of the page</p>'],
  ['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['3. a', '<ol start="3"><li><p>a</p></li></ol>'],
  ['> a', '<blockquote><p>a</p></blockquote>'],
  ['```js\n<i>\n```', '<pre><code>&lt;i&gt;\n</code></pre>'],
  ['[x](https://example.org/a)', `<p>${link('https://example.org/a', 'x')}</p>`],
  ['see https://example.org/a.', `<p>see ${link('https://example.org/a')}.</p>`],
  ['https://example.org', `<p>${link('https://example.org')}</p>`],
])('%j becomes elements', (text, expected) => {
  expect(inner(text)).toBe(expected);
});

test('a picture is a link to it and is never loaded', () => {
  expect(inner('![a map](https://example.org/m.png)')).toBe(
    `<p>${link('https://example.org/m.png', 'a map')}</p>`,
  );
  expect(inner('[![](https://example.org/m.png)](https://example.org)')).not.toContain('<img');
});

describe('what is hostile stays text', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/labs/demo/settings)',
    '[x](mailto:a@example.org)',
    'a@example.org www.example.org example.org',
    '[x]: javascript:alert(1)\n\n[x]',
    '@[u_gone](javascript:alert(1))',
  ])('%j', (text) => {
    expect(html(text)).not.toMatch(/<a |<img|href|src=/);
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b>bold</b>',
    '<!-- x -->',
    '<a href="/labs">x</a>',
    '<svg/onload=alert(1)>',
  ])('%j', (text) => {
    expect(inner(text)).toMatch(/^<p>&lt;/);
    expect(html(text).match(/<[a-z]+/g)).toEqual(['<div', '<p']);
  });

  test('a closing of an attribute in an address or a name', () => {
    expect(html('[x](https://example.org/"onmouseover=alert(1)//)')).not.toMatch(/"on|" on/);
    expect(inner('@[u_ada]')).toBe('<p><span>@Ada &lt;b&gt;</span></p>');
  });
});

test('a mention is a name, in code too; what means nobody is text; it is no link', () => {
  expect(inner('@[u_ada]')).toContain('@Ada');
  expect(inner('`@[u_ada]`')).toBe('<p><code>@Ada &lt;b&gt;</code></p>');
  expect(inner('@[u_gone]')).toBe('<p>@[u_gone]</p>');
  expect(inner('@[u_ada](https://example.org)')).toMatch(
    /^<p><span>@Ada &lt;b&gt;<\/span>\(<a href="https:\/\/example.org"/,
  );
});

const allowed =
  /^<\/?(?:div|p|strong|em|s|code|pre|ul|ol|li|blockquote|br|hr|a|span)(?: (?:class|data-testid|href|rel|target|start)="[^"]*")*\/?>$/;

/** How many elements lie within each other. */
function depthOf(tags: readonly string[]): number {
  let [now, most] = [0, 0];
  for (const tag of tags) {
    if (!tag.endsWith('/>')) now += tag.startsWith('</') ? -1 : 1;
    most = Math.max(most, now);
  }
  return most;
}

test('the longest texts, nested as deep as they can be, are read, and hold only what is allowed', () => {
  const nested = [
    '>',
    '> ',
    '- ',
    '1. ',
    '*',
    '_',
    '**a',
    '[',
    '![',
    '`',
    '~~',
    '<',
    '@[',
    '[](',
    '\\',
  ];
  const pieces = [...nested, 'a', ' ', '\n', '\t', 'https://e.org', '](https://e.org)', '&#x202e;'];
  const texts = nested.map((one) => one.repeat(longestComment).slice(0, longestComment));
  for (let seed = 1; seed <= 60; seed++) {
    const chance = new Generator(seed, streams.bench);
    texts.push(
      Array.from({ length: 900 }, () => pieces[chance.nextInt(pieces.length)] ?? '').join(''),
    );
  }
  for (const text of texts) {
    const tags = html(text).match(/<[^>]*>/g) ?? [];
    expect(
      tags.filter((tag) => !allowed.test(tag)),
      text.slice(0, 80),
    ).toEqual([]);
    expect(depthOf(tags), text.slice(0, 80)).toBeLessThan(64);
    for (const [, address = ''] of html(text).matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^https?:\/\//);
  }
});
