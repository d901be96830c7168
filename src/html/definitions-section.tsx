import { catalog, tableIds } from '../metrics/catalog.js';
import { headingOf, meaningOf, wordingOf, type Wording } from '../metrics/wording.js';
import { optionsInWords } from '../presentation/options-in-words.js';
import { shortened } from '../presentation/text.js';
import type { Report } from '../report/report.js';

/** The choices that the report was made with, and what every figure means. */
export function DefinitionsSection({ report }: { report: Report }) {
  const definitions = definitionsOf(wordingOf(report.options));
  return (
    <section id="definitions" aria-labelledby="definitions-heading">
      <h2 id="definitions-heading">How it was measured</h2>
      <div class="block">
        <h3>Options in use</h3>
        <Pairs pairs={optionsInWords(report)} />
      </div>
      <div class="block">
        <h3>Definitions</h3>
        <p class="say">A share or mean of nothing is empty, never 0.</p>
        <Pairs pairs={definitions} />
      </div>
    </section>
  );
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl class="pairs">
      {pairs.flatMap(([label, value]) => [
        <dt key={`${label} dt`}>{label}</dt>,
        <dd key={`${label} dd`}>
          <bdi>{shortened(value, 2000)}</bdi>
        </dd>,
      ])}
    </dl>
  );
}

/** Every heading once; the same heading with two meanings names its tables. */
function definitionsOf(wording: Wording): [string, string][] {
  const all = tableIds.flatMap((id) =>
    catalog[id].columns.map((metric) => ({
      table: catalog[id].title,
      heading: headingOf(metric, wording),
      meaning: meaningOf(metric, wording),
    })),
  );
  const tables = new Map<string, Set<string>>();
  for (const { table, heading, meaning } of all) {
    const key = `${heading}\n${meaning}`;
    tables.set(key, (tables.get(key) ?? new Set()).add(table));
  }
  const headings = [...tables.keys()].map((key) => key.split('\n')[0]);
  return [...tables].map(([key, of]) => {
    const [heading = '', meaning = ''] = key.split('\n');
    const isTwice = headings.filter((other) => other === heading).length > 1;
    return [isTwice ? `${heading} (${[...of].join(', ')})` : heading, meaning];
  });
}
