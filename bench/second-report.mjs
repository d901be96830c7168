/** Makes two reports of a file by the library, and prints what the second one took: processor time of all threads, in seconds. */
const built = new URL('../dist/index.js', import.meta.url).href;
const { generateReport } = /** @type {typeof import('../src/index.js')} */ (await import(built));

const [file = ''] = process.argv.slice(2);
await generateReport({ files: file });
const before = process.cpuUsage();
await generateReport({ files: file });
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
