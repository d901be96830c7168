import { allProfiles } from '../../reading/profiles/choose-profile.js';
import { durationFields, type ChatField } from '../../chats/columns.js';
import { secondsPerUnit } from '../../reading/heading-hints.js';
import { clocks } from '../../reading/writings/durations.js';
import type { FileLooked } from '../protocol.js';
import { sizeText } from '../shell/numbers.js';
import type { Session } from '../state/session.js';
import { delimiterName } from '../../report/quality/form-words.js';
import { settingLabels } from '../state/setting-words.js';
import { inUnit } from './changes.js';
import { fieldWords } from '../../chats/field-words.js';

const kinds: Record<FileLooked['form']['kind'], string> = {
  csv: 'CSV',
  xlsx: 'Excel workbook',
  json: 'JSON',
  json_lines: 'JSON lines',
  parquet: 'Parquet',
  xls: 'Excel workbook of before 2007',
  xlsb: 'Binary Excel workbook',
  ods: 'OpenDocument spreadsheet',
  fods: 'OpenDocument spreadsheet',
  xml_2003: 'XML spreadsheet',
  html_table: 'HTML table',
};
const delimiters: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  '^': 'carets',
  '~': 'tildes',
};

/** How a file is written and from which platform it is; both can be said otherwise. */
export function FilePanel({ session, file }: { session: Session; file: FileLooked }) {
  return (
    <section class="card" aria-label={`The file ${file.name}`}>
      <h2>{file.name}</h2>
      <p>{formText(file)}</p>
      <ProfileChoice session={session} file={file} />
      {file.sheets.length > 1 && <SheetChoice session={session} file={file} />}
      {file.form.kind === 'csv' && <DelimiterField session={session} file={file} />}
      {durationFields
        .filter((field) => file.columns.some((column) => column.field === field))
        .map((field) => (
          <UnitChoice key={field} session={session} file={file} field={field} />
        ))}
    </section>
  );
}

/** What stands between fields, where that was not found right. */
function DelimiterField({ session, file }: { session: Session; file: FileLooked }) {
  const { settings, problems } = session.state;
  const { delimiter } = settings.value;
  return (
    <label class="field">
      <span>{settingLabels.delimiter}</span>
      <input
        type="text"
        placeholder={`found: ${delimiterName(file.form.delimiter ?? ',')}`}
        value={typeof delimiter === 'string' ? delimiter : ''}
        aria-invalid={problems.value.delimiter !== undefined}
        onChange={(event) => session.set('delimiter', event.currentTarget.value)}
      />
      {problems.value.delimiter && (
        <span class="problem" role="alert">
          {problems.value.delimiter}
        </span>
      )}
    </label>
  );
}

/** Which sheets are read: those that are found, until others are chosen. */
function SheetChoice({ session, file }: { session: Session; file: FileLooked }) {
  const choose = (sheet: string, isOn: boolean): void => {
    const chosen = file.sheets.filter((one) => (one === sheet ? isOn : file.sheetsRead.includes(one)));
    session.set('sheet', chosen);
  };
  return (
    <fieldset class="choices">
      <legend>{settingLabels.sheet}</legend>
      {file.sheets.map((sheet) => (
        <label key={sheet}>
          <input
            type="checkbox"
            checked={file.sheetsRead.includes(sheet)}
            onChange={(event) => choose(sheet, event.currentTarget.checked)}
          />
          {sheet}
        </label>
      ))}
    </fieldset>
  );
}

function formText({ form, bytes }: FileLooked): string {
  const { kind, encoding, delimiter, headingLine } = form;
  return [
    kinds[kind],
    sizeText(bytes),
    encoding === null ? '' : encoding.toUpperCase(),
    delimiter === null ? '' : `${delimiters[delimiter] ?? delimiterName(delimiter)} between fields`,
    headingLine > 1 ? `headings in row ${String(headingLine)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function ProfileChoice({ session, file }: { session: Session; file: FileLooked }) {
  const chosen = session.state.settings.value.profile;
  const isOwn = typeof chosen === 'object' && chosen !== null;
  return (
    <label class="field">
      <span>{settingLabels.profile}</span>
      <select
        value={isOwn ? 'own' : typeof chosen === 'string' ? chosen : ''}
        onChange={(event) => session.set('profile', event.currentTarget.value)}
      >
        <option value="">found by its headings{chosen === undefined ? `: ${file.profile.title}` : ''}</option>
        {isOwn && <option value="own">{file.profile.title}</option>}
        {allProfiles
          .filter((profile) => profile.refused === undefined)
          .map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
      </select>
    </label>
  );
}

interface UnitProps {
  session: Session;
  file: FileLooked;
  field: ChatField;
}

function UnitChoice({ session, file, field }: UnitProps) {
  const { settings, read } = session.state;
  const chosen = (settings.value.unit as Record<string, string> | undefined)?.[field];
  const found = read.value?.find(({ name }) => name === file.name)?.units[field];
  return (
    <label class="field">
      <span>{fieldWords[field].name} is in</span>
      <select
        value={chosen ?? found ?? file.units[field] ?? 'seconds'}
        onChange={(event) => session.setAll(inUnit(settings.value, field, event.currentTarget.value))}
      >
        {[...Object.keys(secondsPerUnit), ...clocks].map((unit) => (
          <option key={unit}>{unit}</option>
        ))}
      </select>
    </label>
  );
}
