import { literal } from '../shared-sql/sql-text.js';

/**
 * The statements that shut an engine in: nothing but these places is read or written, no extension is loaded, and none of
 * this can be taken back. No setting can be changed after them.
 * @param paths files
 * @param folders folders, with all that is in them
 */
export function lockSql(paths: readonly string[], folders: readonly string[]): string[] {
  return [
    `set allowed_paths = ${list(paths)}`,
    `set allowed_directories = ${list(folders)}`,
    'set enable_external_access = false',
    'set lock_configuration = true',
  ];
}

function list(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]::varchar[]`;
}
