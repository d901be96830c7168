import { shortened } from '../options/shortened.js';

/** Characters that one cell can hold. */
const cellTextLimit = 32_767;

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const literalEscape = /_(?=x[0-9A-Fa-f]{4}_)/g;
const replacement = '\uFFFD';

/**
 * Text that Excel shows as it is: characters that XML cannot carry become U+FFFD, line ends become LF, a literal `_x000D_`
 * is kept from being decoded, and what is longer than a cell can hold ends in an ellipsis.
 */
export function safeText(text: string): string {
  const legal = text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogate, replacement)
    .replace(notXml, replacement)
    .replace(literalEscape, '_x005F_');
  return shortened(legal, cellTextLimit);
}
