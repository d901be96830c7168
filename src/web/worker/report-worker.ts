import './without-workers.js';
import { openDuckDbWasm } from '../../engines/duckdb-wasm/duckdb-wasm-engine.js';
import type { Request } from '../protocol.js';
import { leanReplies } from './lean-replies.js';
import { ReportService } from './service.js';

const service = new ReportService({
  post: leanReplies((reply) => postMessage(reply)),
  openEngine: openDuckDbWasm,
});

addEventListener('message', ({ data }: MessageEvent<Request>) => service.receive(data));
