import { unusableInput, type UserError } from '../errors.js';
import type { RefusedKind } from './kinds.js';

interface Refusal {
  code: string;
  what: string;
  hint: string;
}

const saveAsXlsx = 'Open it in Excel and save it as .xlsx or CSV.';
const exportAgain = 'Export the chats as CSV or .xlsx and give that file.';

const refusals: Record<RefusedKind, Refusal> = {
  encrypted_workbook: {
    code: 'password_protected',
    what: 'is protected by a password',
    hint: 'Open it in Excel, take the password off (File > Info > Protect Workbook > Encrypt with Password), and save it.',
  },
  sylk: {
    code: 'symbolic_link',
    what: 'is a symbolic link file (SYLK, .slk), which is not read',
    hint: saveAsXlsx,
  },
  dif: {
    code: 'data_interchange',
    what: 'is a data interchange file (DIF), which is not read',
    hint: saveAsXlsx,
  },
  office: { code: 'office_document', what: 'is a document, not a table', hint: exportAgain },
  html: {
    code: 'html_file',
    what: 'is a web page or XML, whatever its name says',
    hint: `If it is a table that Excel opens: ${saveAsXlsx} If it is a sign-in or error page, download the export again.`,
  },
  pdf: { code: 'pdf_file', what: 'is a PDF', hint: exportAgain },
  image: { code: 'image_file', what: 'is a picture', hint: exportAgain },
  archive: {
    code: 'unknown_archive',
    what: 'is an archive of a kind that is not read',
    hint: 'Unpack it and give the file in it. Archives that are read: .zip, .gz, .zst.',
  },
  utf_32: {
    code: 'utf_32_text',
    what: 'is text in UTF-32, which is not read',
    hint: 'Open it in a text editor and save it as UTF-8.',
  },
  binary: {
    code: 'binary_file',
    what: 'is not a text file, a workbook or any other table',
    hint: exportAgain,
  },
};

/** Is this a kind that is only refused? */
export function isRefused(kind: string): kind is RefusedKind {
  return Object.hasOwn(refusals, kind);
}

/** The error for a file of a kind that is not read: what it is, and what to do. */
export function refusal(kind: RefusedKind, name: string): UserError {
  const { code, what, hint } = refusals[kind];
  return unusableInput(code, `${name} ${what}.`, hint, { file: name });
}
