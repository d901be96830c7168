import type { Page } from 'playwright-core';

/** Of elements, and what stands before and after them: what they are called, and a hash of all of their computed style. */
export type Looks = [name: string, hash: number][];

/**
 * Defines functions in a page; as text, for it runs there: `looks()`, `lookOf(index)`, and `looksOfProgress(button)`, which are
 * those when a button's work begins to show how far it is. Every element is looked at, but of those with one
 * path of names (rows of a table, marks of a chart) the first three only.
 */
export const looksInPage = `
  const states = ['role', 'aria-pressed', 'aria-sort', 'aria-expanded', 'open', 'disabled', 'checked', 'scope'];
  const nameOf = (element) => [element.localName, ...element.classList].join('.') + states
    .filter((name) => element.hasAttribute(name))
    .map((name) => '[' + name + '=' + element.getAttribute(name) + ']').join('');
  function* elementsBelow(element, path, seen) {
    const name = nameOf(element);
    const own = path + ' ' + name;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    if (times > 3) return;
    yield { element, name };
    for (const child of element.children) yield* elementsBelow(child, own, seen);
  }
  function* styledParts() {
    const roots = [document.documentElement, document.body].map((element) => ({ element, name: element.localName }));
    const all = [...roots, ...elementsBelow(document.getElementById('app'), '', new Map())];
    for (const { element, name } of all)
      for (const pseudo of ['', '::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        if (pseudo === '' || style.content !== 'none') yield { name: name + pseudo, style };
      }
  }
  const valuesOf = (style) => Array.from(style)
    .filter((name) => !/^--|inline|block/.test(name)) // variables come in any order, logical sides say the same again
    .map((name) => name + ': ' + style.getPropertyValue(name));
  window.looks = () => Array.from(styledParts(), ({ name, style }) => {
    let hash = 0;
    for (const value of valuesOf(style))
      for (let at = 0; at < value.length; at++) hash = (Math.imul(hash, 31) + value.charCodeAt(at)) | 0;
    return [name, hash];
  });
  window.looksOfProgress = (press) => new Promise((resolve) => {
    new MutationObserver((_, self) => {
      const step = document.querySelector('.progress-step');
      if (!step) return;
      self.disconnect();
      step.firstChild.data = 'A step';
      resolve(looks());
    }).observe(document.body, { subtree: true, childList: true });
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === press).click();
  });
  window.lookOf = (index) => valuesOf([...styledParts()][index].style);
`;

/** The parts that two pages show in different ways, the first of them with the declarations that the second page lacks. */
export async function differences(
  pages: readonly Page[],
  [one = [], other = []]: Looks[],
): Promise<string[]> {
  const indices = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index);
  const differing = indices.filter((index) => String(one[index]) !== String(other[index]));
  return Promise.all(
    differing.slice(0, 30).map(async (index, place) => {
      const [name, otherName] = [one[index]?.[0], other[index]?.[0]].map(String);
      if (name !== otherName || place > 5) return `${String(name)} / ${String(otherName)}`;
      const [expected, found] = await Promise.all(
        pages.map(async (page) => new Set(await page.evaluate<string[]>(`lookOf(${String(index)})`))),
      );
      const lacking = [...(expected ?? [])].filter((declaration) => !found?.has(declaration));
      return `${String(name)} { ${lacking.join('; ')} }`;
    }),
  );
}
