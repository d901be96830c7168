import type { ComponentChildren } from 'preact';
import { figureInWords } from '../presentation/figures.js';
import { baseName } from '../presentation/report-in-words.js';
import { shortened } from '../presentation/text.js';
import { formInWords } from '../report/quality/form-words.js';
import type { DataQuality, Report } from '../report/report.js';
import { DataTable, type Cell } from './tables/data-table.js';

const count = (value: number): Cell => ({ content: figureInWords('count', value) });
const text = (content: string): Cell => ({ content: <bdi>{shortened(content, 300)}</bdi> });
const raw = (content: string): Cell => ({ content: <code>{shortened(content, 600)}</code> });

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
      <p class="lead">
        Every row of the input is used, rejected, a duplicate, or left out by the range or a filter.
      </p>
      <div class="grid">
        <Account quality={quality} />
        <Notes notes={quality.notes} />
      </div>
      <Warnings quality={quality} />
      <Rejected quality={quality} all={allRejected} />
      <Files report={report} />
    </section>
  );
}

function Account({ quality }: { quality: DataQuality }) {
  const rows: [string, number][] = [
    ['Used: incoming chats', quality.rows_used],
    ['Rejected', quality.rows_rejected],
    ['Duplicate', quality.rows_duplicate],
    ['Out of range', quality.rows_out_of_range],
    ['Left out by a filter', quality.rows_filtered_out],
    ['Sum, equal to the rows read', quality.rows_read],
  ];
  return (
    <div>
      <DataTable
        caption="Rows"
        columns={[{ heading: 'What became of them' }, { heading: 'Rows' }]}
        rows={rows.map(([head, value], index) => ({
          head,
          cells: [count(value)],
          isOverall: index === rows.length - 1,
        }))}
        whenEmpty=""
      />
      <p class="after">{duplicatesInWords(quality)}</p>
    </div>
  );
}

function duplicatesInWords(quality: DataQuality): string {
  if (quality.rows_duplicate === 0) return 'No chat is in the input twice.';
  const [equal, differing] = [quality.rows_duplicate_equal, quality.rows_duplicate_differing];
  return `Of the duplicates ${String(equal)} say the same in every field and ${String(differing)} differ; the one that ended last counts.`;
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <div class="card">
      <h3>Notes</h3>
      {notes.length === 0 ? (
        <p class="say">Nothing had to be assumed.</p>
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

function Warnings({ quality: { warnings } }: { quality: DataQuality }) {
  const examples = warnings.flatMap(({ kind, examples: of }) => of.map((example) => ({ kind, ...example })));
  return (
    <div class="block">
      <h3>Warnings</h3>
      <p class="say">
        {warnings.length === 0 ? 'No value was doubtful.' : 'The row counts, the faulty value does not.'}
      </p>
      {warnings.length > 0 && (
        <DataTable
          caption="Warnings by kind"
          columns={[
            { heading: 'What it means', isText: true },
            { heading: 'Kind', isText: true },
            { heading: 'Rows' },
          ]}
          rows={warnings.map(({ message, kind, rows }) => ({
            head: message,
            cells: [raw(kind), count(rows)],
          }))}
          whenEmpty=""
        />
      )}
      {examples.length > 0 && (
        <DataTable
          caption="Examples"
          columns={['Chat', 'Kind', 'File', 'Value'].map((heading) => ({ heading, isText: true }))}
          rows={examples.map(({ chat_id, kind, file, value }) => ({
            head: <bdi>{shortened(chat_id, 100)}</bdi>,
            cells: [raw(kind), text(baseName(file)), raw(value)],
          }))}
          whenEmpty=""
        />
      )}
    </div>
  );
}

function Rejected({ quality, all }: { quality: DataQuality; all: ComponentChildren }) {
  const { rows_rejected, rejected_by_reason, rejected_examples: examples } = quality;
  return (
    <div class="block">
      <h3>Rejected rows</h3>
      {rows_rejected === 0 ? (
        <p class="say">No row was rejected.</p>
      ) : (
        <>
          <DataTable
            caption="Rejected rows by reason"
            columns={[{ heading: 'Reason' }, { heading: 'Rows' }]}
            rows={rejected_by_reason.map(({ reason, rows }) => ({ head: reason, cells: [count(rows)] }))}
            whenEmpty=""
          />
          <DataTable
            caption={`The first ${String(examples.length)} of ${figureInWords('count', rows_rejected)} rejected rows`}
            columns={[
              { heading: 'File' },
              { heading: 'Line' },
              { heading: 'Reason', isText: true },
              { heading: 'Row as it stands in the file', isText: true },
            ]}
            rows={examples.map(({ file, line, reason, text: row }) => ({
              head: <bdi>{baseName(file)}</bdi>,
              cells: [count(line), text(reason), raw(row)],
            }))}
            whenEmpty=""
          />
          {(examples.length < rows_rejected || typeof all !== 'string') && <p class="after">{all}</p>}
        </>
      )}
    </div>
  );
}

function Files({ report: { source } }: { report: Report }) {
  return (
    <div class="block">
      <h3>Files</h3>
      <DataTable
        caption="Files read"
        columns={[
          { heading: 'File' },
          { heading: 'Rows' },
          { heading: 'Form', isText: true },
          { heading: 'Order of day, month and year', isText: true },
        ]}
        rows={source.files.map((file) => ({
          head: <bdi>{baseName(file.name)}</bdi>,
          cells: [count(file.rows_read), text(formInWords(file)), text(file.date_evidence)],
        }))}
        whenEmpty="no file."
      />
      <DataTable
        caption="Columns of the files"
        columns={['Heading', 'Used as', 'Why', 'File'].map((heading) => ({ heading, isText: true }))}
        rows={source.files.flatMap((file) =>
          file.columns.map(({ heading, field, rule }) => ({
            head: <bdi>{shortened(heading, 100)}</bdi>,
            cells: [text(field ?? '(not used)'), text(rule), text(baseName(file.name))],
          })),
        )}
        whenEmpty="none."
        allRowsIn="the JSON report"
      />
    </div>
  );
}
