/** Makes two reports of a file by the library, and prints what the second one took: processor time of all threads, in seconds. */
import { generateReport } from '../dist/index.js';

const [file = ''] = process.argv.slice(2);
await generateReport({ files: file });
const before = process.cpuUsage();
await generateReport({ files: file });
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
