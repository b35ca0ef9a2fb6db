import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../src/cli/policy/atlas/page/render-page.js';
import { element, together } from '../../../../src/cli/policy/atlas/page/html.js';
import { hostile, hostileAtlas } from './hostile-atlas.js';

describe('the page of an atlas', () => {
  it('shows every text as text, whatever it says', () => {
    const page = renderPage(hostileAtlas);
    const scripts = page.match(/<script[^>]*>/g);
    expect(scripts).toEqual(['<script type="application/json" id="atlas">', '<script>']);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toMatch(/<img|onerror="|onerror=x/i);
    expect(page).toContain('&lt;script&gt;');
  });

  it('keeps the texts in its data as they are', () => {
    const [, data = ''] = /id="atlas">(.*?)<\/script>/s.exec(renderPage(hostileAtlas)) ?? [];
    expect(JSON.parse(data)).toEqual(hostileAtlas);
    expect(data).not.toContain('<');
  });
});

describe('an element', () => {
  it('escapes attributes and texts', () => {
    const text =
      '&quot;&#39;&gt;&lt;/script&gt;&lt;script&gt;window.hacked = true&lt;/script&gt;&lt;img src=x onerror=window.hacked=true&gt;';
    expect(element('p', { title: `"'<&` }, [hostile]).markup).toBe(`<p title="&quot;&#39;&lt;&amp;">${text}</p>`);
  });

  it('leaves out signs that turn the text around', () => {
    expect(element('b', {}, ['a\u202eb\u0000c']).markup).toBe('<b>abc</b>');
  });

  it('is nothing where nothing is given', () => {
    expect(together([element('td', { hidden: true, title: null }, [null]), element('br', {}), null]).markup).toBe(
      '<td hidden></td><br>',
    );
  });
});
