import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small server that lists and gives the objects of one bucket, as S3 does. */
export async function objectStore(bucket: string, objects: Record<string, string>) {
  const server = createServer((request, response) => answer(request, response, bucket, objects));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  bucket: string,
  objects: Record<string, string>,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
  const [, inBucket, key = ''] = pathname.split('/');
  if (inBucket === bucket && key === '' && searchParams.get('list-type') === '2')
    return void response
      .setHeader('content-type', 'application/xml')
      .end(listing(bucket, searchParams.get('prefix') ?? '', objects));
  const object = inBucket === bucket ? objects[key] : undefined;
  if (object === undefined) return void response.writeHead(404).end();
  send(request, response, Buffer.from(object));
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const end = last === '' ? bytes.length : Number(last) + 1;
  const part = bytes.subarray(Number(first), end);
  response.writeHead(request.headers.range ? 206 : 200, {
    'accept-ranges': 'bytes',
    'content-length': part.length,
    'last-modified': new Date(0).toUTCString(),
    etag: '"1"',
    ...(request.headers.range
      ? {
          'content-range': `bytes ${first}-${String(Number(first) + part.length - 1)}/${String(bytes.length)}`,
        }
      : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function listing(bucket: string, prefix: string, objects: Record<string, string>): string {
  const contents = Object.entries(objects)
    .filter(([key]) => key.startsWith(prefix))
    .map(
      ([key, text]) =>
        `<Contents><Key>${key}</Key><LastModified>1970-01-01T00:00:00.000Z</LastModified><ETag>"1"</ETag><Size>${String(Buffer.byteLength(text))}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${prefix}</Prefix><KeyCount>${String(contents.length)}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
}
