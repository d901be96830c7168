import type { Report } from '../report/report.js';
import { ComparisonSection } from './comparison-section.js';
import { DataQualitySection } from './data-quality-section.js';
import { DefinitionsSection } from './definitions-section.js';
import { tableOfFinding } from './finding-link.js';
import { KeyFiguresSection } from './key-figures-section.js';
import { pictures } from '../pictures/pictures.js';
import { Masthead } from './masthead.js';
import { PictureCard } from './picture-card.js';
import { ReportTables } from './tables/report-tables.js';

/** The whole report, from the top of the page to its foot. */
export function ReportPage({ report }: { report: Report }) {
  return (
    <>
      <a class="skip" href="#summary">
        Skip to the figures
      </a>
      <Masthead report={report} />
      <Contents hasComparison={report.comparison !== null} />
      <main class="inner">
        <KeyFiguresSection report={report} tableOf={tableOfFinding} />
        {report.comparison && <ComparisonSection report={report} comparison={report.comparison} />}
        <Volume report={report} />
        <Week report={report} />
        <Outcome report={report} />
        <Agents report={report} />
        <ReportTables report={report} />
        <DataQualitySection report={report} />
        <DefinitionsSection report={report} />
      </main>
      <footer class="inner">
        <p class="footer">
          Made by Chat Metrics from the files named above. This file loads nothing and runs no script: it may
          be sent, kept and printed as it is.
        </p>
      </footer>
    </>
  );
}

const sections: readonly (readonly [string, string])[] = [
  ['summary', 'Key figures'],
  ['comparison', 'Comparison'],
  ['volume', 'Volume'],
  ['week', 'The week'],
  ['outcome', 'Outcome'],
  ['agents', 'Agents'],
  ['tables', 'Tables'],
  ['quality', 'Data quality'],
  ['definitions', 'Definitions'],
];

function Contents({ hasComparison }: { hasComparison: boolean }) {
  return (
    <nav class="contents" aria-label="Contents">
      <ul class="inner">
        {sections
          .filter(([id]) => hasComparison || id !== 'comparison')
          .map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Volume({ report }: { report: Report }) {
  return (
    <section id="volume" aria-labelledby="volume-heading">
      <h2 id="volume-heading">Volume</h2>
      <p class="lead">How many chats came in, when, and how many of them the bot dealt with.</p>
      <div class="grid pair">
        <PictureCard picture={pictures.periods(report)} table="table-chats" />
        <PictureCard picture={pictures.halfHours(report)} table="table-half-hours" />
      </div>
    </section>
  );
}

function Week({ report }: { report: Report }) {
  return (
    <section id="week" aria-labelledby="week-heading" class="fresh-page">
      <h2 id="week-heading">The week</h2>
      <p class="lead">Every weekday by half hours: when chats start, and how many agents work on at once.</p>
      <div class="grid pair">
        <PictureCard picture={pictures.weekChats(report)} table="table-week-chats" />
        <PictureCard picture={pictures.weekConcurrent(report)} table="table-week-concurrent_chats_avg" />
      </div>
    </section>
  );
}

function Outcome({ report }: { report: Report }) {
  return (
    <section id="outcome" aria-labelledby="outcome-heading">
      <h2 id="outcome-heading">Satisfaction and closing reasons</h2>
      <p class="lead">What customers said of chats with agents, and why chats were closed.</p>
      <div class="grid pair">
        <PictureCard picture={pictures.csatHours(report)} table="table-agents-csat" />
        <PictureCard picture={pictures.reasons(report)} table="table-reasons" />
      </div>
    </section>
  );
}

function Agents({ report }: { report: Report }) {
  return (
    <section id="agents" aria-labelledby="agents-heading">
      <h2 id="agents-heading">Agents</h2>
      <p class="lead">Satisfaction, speed and working time, over the chats that agents closed.</p>
      <div class="grid">
        <PictureCard picture={pictures.agentsByCsat(report)} table="table-agents-csat" />
        <PictureCard picture={pictures.agentsByResponse(report)} table="table-agents-response" />
        <PictureCard picture={pictures.agentsByResolution(report)} table="table-agents-resolution" />
        <PictureCard picture={pictures.activity(report)} table="table-activity" />
      </div>
    </section>
  );
}
