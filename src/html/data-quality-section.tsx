import type { ComponentChildren } from 'preact';
import {
  accountOf,
  duplicatesInWords,
  qualityColumns,
  qualityRows,
  qualityTexts,
  type QualityColumn,
} from '../presentation/data-quality.js';
import { figureInWords } from '../presentation/figures.js';
import { shortened } from '../options/shortened.js';
import type { DataQuality, Report } from '../report/report.js';
import { DataTable } from './tables/data-table.js';

const count = (value: number) => figureInWords('count', value);

/** What became of every row, and what to know before trusting a figure. */
export function DataQualitySection({
  report,
  allRejected = '--rejects FILE.csv writes all of them.',
}: {
  report: Report;
  /** How to get all rejected rows. */
  allRejected?: ComponentChildren;
}) {
  const { data_quality: quality } = report;
  return (
    <section id="quality" aria-labelledby="quality-heading">
      <h2 id="quality-heading">Data quality</h2>
      <p class="lead">{qualityTexts.about}</p>
      <div class="grid">
        <Account quality={quality} />
        <Notes notes={quality.notes} />
      </div>
      <Warnings report={report} />
      <Rejected report={report} all={allRejected} />
      <Files report={report} />
    </section>
  );
}

function Account({ quality }: { quality: DataQuality }) {
  const { parts, sum } = accountOf(quality);
  const rows: [string, number][] = [...parts, [sum, quality.rows_read]];
  return (
    <div>
      <DataTable
        caption="Rows"
        columns={[{ heading: 'What became of them' }, { heading: 'Rows' }]}
        rows={rows.map(([head, value], index) => ({
          head,
          cells: [{ content: count(value) }],
          isOverall: index === rows.length - 1,
        }))}
        whenEmpty=""
      />
      <p class="after">{duplicatesInWords(quality)}</p>
    </div>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <div class="card">
      <h3>Notes</h3>
      {notes.length === 0 ? (
        <p class="say">{qualityTexts.noNotes}</p>
      ) : (
        <ul class="notes">
          {notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Warnings({ report }: { report: Report }) {
  const { warnings, examples } = qualityRows(report);
  return (
    <div class="block">
      <h3>Warnings</h3>
      <p class="say">{warnings.length === 0 ? qualityTexts.noWarnings : qualityTexts.warnings}</p>
      {warnings.length > 0 && (
        <Rows caption="Warnings by kind" rows={warnings} shown={['message', 'kind', 'rows']} />
      )}
      {examples.length > 0 && (
        <Rows caption="Examples" rows={examples} shown={['chat', 'kind', 'file', 'value']} />
      )}
    </div>
  );
}

function Rejected({ report, all }: { report: Report; all: ComponentChildren }) {
  const { rows_rejected } = report.data_quality;
  const { reasons, rejected } = qualityRows(report);
  const first = rejected.length;
  return (
    <div class="block">
      <h3>Rejected rows</h3>
      {rows_rejected === 0 ? (
        <p class="say">{qualityTexts.noneRejected}</p>
      ) : (
        <>
          <Rows caption="Rejected rows by reason" rows={reasons} shown={['reason', 'rows']} />
          <Rows
            caption={`The first ${String(first)} of ${count(rows_rejected)} rejected rows`}
            rows={rejected}
            shown={['file', 'line', 'reason', 'row']}
          />
          {(first < rows_rejected || typeof all !== 'string') && <p class="after">{all}</p>}
        </>
      )}
    </div>
  );
}

function Files({ report }: { report: Report }) {
  const { files, columns } = qualityRows(report);
  return (
    <div class="block">
      <h3>Files</h3>
      <Rows
        caption="Files read"
        rows={files}
        shown={['file', 'rows', 'form', 'order']}
        whenEmpty="no file."
      />
      <Rows
        caption="Columns of the files"
        rows={columns}
        shown={['heading', 'field', 'rule', 'file']}
        whenEmpty="none."
        allRowsIn="the JSON report"
      />
    </div>
  );
}

interface RowsProps<Name extends QualityColumn> {
  caption: string;
  rows: readonly Readonly<Record<Name, string | number>>[];
  shown: readonly Name[];
  whenEmpty?: string;
  allRowsIn?: string;
}

function Rows<Name extends QualityColumn>({ rows, shown, whenEmpty = '', ...rest }: RowsProps<Name>) {
  return (
    <DataTable
      {...rest}
      columns={shown.map((name) => {
        const { heading, holds } = qualityColumns[name];
        return { heading, isText: holds !== 'count' };
      })}
      rows={rows.map((row) => {
        const [head, ...cells] = shown.map((name) => contentOf(name, row[name]));
        return { head, cells: cells.map((content) => ({ content })) };
      })}
      whenEmpty={whenEmpty}
    />
  );
}

function contentOf(name: QualityColumn, value: string | number) {
  if (typeof value === 'number') return count(value);
  const { holds } = qualityColumns[name];
  if (holds === 'sentence') return value;
  if (holds === 'raw') return <code>{shortened(value, 600)}</code>;
  return <bdi>{shortened(value, holds === 'name' ? 100 : 300)}</bdi>;
}
