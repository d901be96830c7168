import { Sparkline } from '../charts/sparkline.js';
import { changeBasis, type ChangeBasis } from '../presentation/change-basis.js';
import { changeInWords, type Change } from '../presentation/figures.js';
import { findings, withoutFindings, type Finding } from '../presentation/findings/findings.js';
import { keyFigures, type KeyFigure } from '../presentation/key-figures.js';
import type { Report } from '../report/report.js';

interface KeyFiguresProps {
  report: Report;
  /** Where the table of a finding stands on the page; absent: findings have no link. */
  tableOf?: (finding: Finding) => string;
}

/** Key figures with their change, and what stands out. */
export function KeyFiguresSection({ report, tableOf }: KeyFiguresProps) {
  const basis = changeBasis(report);
  const isWhole = wholePeriods(report);
  return (
    <section id="summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading">Key figures</h2>
      <p class="lead">{`Over the whole range. ${basisInWords(basis)}`}</p>
      <ul class="tiles">
        {keyFigures(report).map((figure) => (
          <Tile
            key={figure.id}
            figure={{ ...figure, series: figure.series.filter((_, index) => isWhole[index]) }}
            basis={basis}
          />
        ))}
      </ul>
      <Findings report={report} {...(tableOf ? { tableOf } : {})} />
    </section>
  );
}

/** A period cut off by the range says nothing about the way of a figure. */
function wholePeriods({ tables }: Report): boolean[] {
  return tables.chat_metrics
    .filter((row) => row['period_start'] !== null)
    .map((row) => row['is_partial'] !== true);
}

function basisInWords(basis: ChangeBasis | null): string {
  if (!basis) return 'There are no two whole periods to tell a change from.';
  return `Changes are from ${basis.previous.label} to ${basis.current.label}; the lines are of the whole periods.`;
}

function Tile({ figure, basis }: { figure: KeyFigure; basis: ChangeBasis | null }) {
  const { label, meaning, shown, detail, change, better, series } = figure;
  return (
    <li class="tile">
      <p class="label" title={meaning}>
        {label}
      </p>
      <p class="value">{shown}</p>
      <p class="detail">{detail}</p>
      <div class="change">
        {change && basis && <ChangeText change={change} better={better} basis={basis} />}
        <Sparkline values={series} width={84} height={28} />
      </div>
    </li>
  );
}

interface ChangeProps {
  change: Change;
  better: KeyFigure['better'];
  basis: ChangeBasis;
}

/** An arrow, the change with its sign, and in words whether that is good. */
function ChangeText({ change, better, basis }: ChangeProps) {
  const words = changeInWords(change);
  const way = words.startsWith('+') ? 'up' : words.startsWith('-') ? 'down' : 'same';
  const verdict = verdictOf(way, better);
  const arrow = { up: '▲', down: '▼', same: '=' }[way];
  return (
    <p {...(verdict ? { class: verdict } : {})}>
      <span aria-hidden="true">{arrow} </span>
      {words}
      {verdict && `, ${verdict}`}
      <span class="unseen">{` from ${basis.previous.label} to ${basis.current.label}`}</span>
    </p>
  );
}

function verdictOf(way: 'up' | 'down' | 'same', better: KeyFigure['better']): 'better' | 'worse' | '' {
  if (better === null || way === 'same') return '';
  return (way === 'up') === (better === 'higher') ? 'better' : 'worse';
}

function Findings({ report, tableOf }: KeyFiguresProps) {
  const found = findings(report);
  const none = withoutFindings(report);
  if (none !== null) return <p class="say">{none}</p>;
  if (found.length === 0) return null;
  return (
    <>
      <h3 class="unseen">What stands out</h3>
      <ul class="findings">
        {found.map((finding) => (
          <li key={finding.id} class="finding">
            <h4>{tableOf ? <a href={`#${tableOf(finding)}`}>{finding.title}</a> : finding.title}</h4>
            <p>{finding.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
