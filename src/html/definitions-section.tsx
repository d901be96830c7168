import { catalog, tableIds } from '../metrics/catalog.js';
import { wordingOf, type Wording } from '../metrics/wording.js';
import { definitionsOf, howToReadDefinitions } from '../presentation/definitions.js';
import { optionsInWords } from '../presentation/options-in-words.js';
import { shortened } from '../options/shortened.js';
import type { Report } from '../report/report.js';

/** The choices that the report was made with, and what every figure means. */
export function DefinitionsSection({ report }: { report: Report }) {
  return (
    <section id="definitions" aria-labelledby="definitions-heading">
      <h2 id="definitions-heading">How it was measured</h2>
      <div class="block">
        <h3>Options in use</h3>
        <Pairs pairs={optionsInWords(report)} />
      </div>
      <div class="block">
        <h3>Definitions</h3>
        <p class="say">{howToReadDefinitions}</p>
        <Pairs pairs={definitions(wordingOf(report.options))} />
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
function definitions(wording: Wording): [string, string][] {
  const tables = tableIds.map((id) => ({ name: catalog[id].title, columns: catalog[id].columns }));
  const all = definitionsOf(tables, wording);
  const isTwice = (heading: string) => all.filter((other) => other.heading === heading).length > 1;
  return all.map(({ heading, meaning, tables: of }) => [
    isTwice(heading) ? `${heading} (${of.join(', ')})` : heading,
    meaning,
  ]);
}
