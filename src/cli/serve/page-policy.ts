const sources = {
  'default-src': `'none'`,
  'script-src': `'self' 'wasm-unsafe-eval'`,
  'style-src': `'self'`,
  'img-src': `'self' data: blob:`,
  'connect-src': `'self' blob:`,
  'worker-src': `'self' blob:`,
  'font-src': `'self'`,
  'manifest-src': `'self'`,
  'base-uri': `'none'`,
  'form-action': `'none'`,
  'frame-ancestors': `'none'`,
};

const pagePolicy = policyText(sources);

/** The engine makes a function of a text to tell its progress; a worker obeys the policy of its own file. */
const engineWorkerPolicy = policyText({
  ...sources,
  'script-src': `${sources['script-src']} 'unsafe-eval'`,
});

/** The policy as the page itself can state it, for hosts that send no such header. */
export const statedPolicy = policyText(
  Object.fromEntries(Object.entries(sources).filter(([name]) => name !== 'frame-ancestors')),
);

/** Where the build puts the engine's own worker. */
const engineWorker = /^\/assets\/duckdb-browser-eh\.worker-[\w-]+\.js$/;

/** Sent with every answer, whatever it is. Not with them: COOP and COEP, which the one-threaded engine has no use for. */
const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
    ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
};

/** The headers that keep the page to itself, for an address of it: it may load nothing from elsewhere, nor send there. */
export function securityHeaders(path: string): Record<string, string> {
  const policy = engineWorker.test(path) ? engineWorkerPolicy : pagePolicy;
  return { ...always, 'content-security-policy': policy };
}

function policyText(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map((parts) => parts.join(' '))
    .join('; ');
}
