import { faultsOfFaces } from './of-faces.mjs';
import { faultsOfFigures } from './of-figures.mjs';
import { faultsOfReading } from './of-reading.mjs';

/**
 * One fault to plant.
 * @typedef {object} Fault
 * @property {string} name What is wrong then, as a sentence.
 * @property {string} file Where it is planted.
 * @property {string} find The text there that it takes the place of; it occurs once.
 * @property {string} replacement
 * @property {readonly string[]} tests Parts of the paths of test files, those that ought to notice.
 * @property {boolean} caughtBefore Did the tests catch it on 30 November 2026?
 * @property {string} caughtBy The file that did.
 */

/** The faults: one for each layer and face, of every kind that is made. */
export const faults = [...faultsOfReading, ...faultsOfFigures, ...faultsOfFaces];
