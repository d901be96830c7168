import { chatFields, neededFields, type ChatField } from '../../chats/columns.js';
import type { FileLooked, LookedColumn } from '../protocol.js';
import type { Session } from '../state/session.js';
import { settingLabels } from '../state/setting-words.js';
import { assigned } from './changes.js';
import { fieldWords } from '../../chats/field-words.js';

/** Each column of a file: its heading, what it is used as, values of it, and why. */
export function ColumnsTable({ session, file }: { session: Session; file: FileLooked }) {
  const used = file.columns.filter((column) => column.field !== null || column.condition !== null);
  const free = file.columns.filter((column) => !used.includes(column));
  return (
    <div class="table-scroll" role="region" aria-label={`Columns of ${file.name}`} tabIndex={0}>
      <table class="columns-table">
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">{settingLabels.map}</th>
            <th scope="col">First values</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {[...used, ...free].map((column, at) => (
            <ColumnRow
              key={`${String(at)} ${column.heading}`}
              session={session}
              file={file}
              column={column}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  session: Session;
  file: FileLooked;
  column: LookedColumn;
}

function ColumnRow({ session, file, column }: RowProps) {
  const { heading, field, samples, rule } = column;
  return (
    <tr class={field === null ? 'unused' : ''}>
      <th scope="row">{heading || '(no heading)'}</th>
      <td>
        <FieldChoice session={session} file={file} column={column} />
      </td>
      <td class="samples">
        {samples.length === 0 ? 'empty' : samples.map((value) => <code key={value}>{value}</code>)}
      </td>
      <td class="rule">
        {rule}
        {column.is_unverified && ' (not verified: check the values)'}
      </td>
    </tr>
  );
}

function FieldChoice({ session, file, column }: RowProps) {
  return (
    <select
      aria-label={`Use ${column.heading} as`}
      value={column.field ?? ''}
      onChange={(event) => {
        const field = chatFields.find((one) => one === event.currentTarget.value) ?? null;
        session.setAll(assigned(session.state.settings.value, file, column, field));
      }}
    >
      <option value="">not used</option>
      {chatFields.map((field) => (
        <option key={field} value={field}>
          {fieldWords[field].name}
          {neededFields.includes(field) ? ' (needed)' : ''}
        </option>
      ))}
    </select>
  );
}

/** The needed fields that a file has no column for, each with a choice of its columns. */
export function MissingFields({ session, file }: { session: Session; file: FileLooked }) {
  if (file.missingNeeded.length === 0) return null;
  return (
    <section class="missing-fields card warning" aria-labelledby="missing-title">
      <h2 id="missing-title">Which columns of {file.name} are these?</h2>
      <p>Every report needs them, and no heading tells.</p>
      {file.missingNeeded.map((field) => (
        <MissingField key={field} session={session} file={file} field={field} />
      ))}
    </section>
  );
}

function MissingField({ session, file, field }: { session: Session; file: FileLooked; field: ChatField }) {
  const { name, meaning } = fieldWords[field];
  return (
    <label class="missing-field">
      <span>
        <strong>{name}</strong>, {meaning}
      </span>
      <select
        value=""
        onChange={(event) => {
          const column = file.columns[Number(event.currentTarget.value)];
          if (column) session.setAll(assigned(session.state.settings.value, file, column, field));
        }}
      >
        <option value="">Choose a column</option>
        {file.columns.map((column, at) => (
          <option key={`${String(at)} ${column.heading}`} value={at}>
            {column.heading}
            {column.samples[0] ? `: ${column.samples.slice(0, 2).join(', ').slice(0, 60)}` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
