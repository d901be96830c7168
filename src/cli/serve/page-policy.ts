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

/** The policy as the page itself can state it, for hosts that send no such header. */
export const statedPolicy = policyText(
  Object.fromEntries(Object.entries(sources).filter(([name]) => name !== 'frame-ancestors')),
);

/**
 * The headers that keep the page to itself, on every answer: it may load nothing from elsewhere, nor send there. Not with
 * them: COEP, which the one-threaded engine has no use for.
 */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': policyText(sources),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
    ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
};

function policyText(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map((parts) => parts.join(' '))
    .join('; ');
}
