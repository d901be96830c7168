/** Names by which a program on this computer reaches it, and no other. */
export const loopback = ['127.0.0.1', 'localhost', '::1'] as const;

/** Is this host this computer alone? An IPv6 address may stand in brackets. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.+)\]$/, '$1');
  return (loopback as readonly string[]).includes(bare) || /^127(\.\d{1,3}){3}$/.test(bare);
}
