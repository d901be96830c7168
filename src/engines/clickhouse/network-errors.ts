import { unusableInput } from '../../errors.js';
import type { Explain } from './explanation.js';
import { shownAddress } from './server-address.js';

const cannotReach = (code: string, problem: string, hint: string): Explain => {
  return (_, { address }) => unusableInput(code, `${shownAddress(address)} ${problem}.`, hint);
};

const wrongHost = cannotReach('no_such_host', 'cannot be found', 'Check the name of the host in --engine.');
const noAnswer = cannotReach(
  'no_answer',
  'does not answer',
  'Is the server running, and the port the one for HTTP (8123) or HTTPS (8443, with ?secure=1)? Does a firewall stand between?',
);
export const notTrusted = cannotReach(
  'untrusted_certificate',
  'shows a TLS certificate that this computer does not trust, or that is for another host',
  'If an authority of your own has signed it, name its certificate in the environment variable NODE_EXTRA_CA_CERTS=ca.pem.',
);
const wrongProtocol = cannotReach(
  'wrong_protocol',
  'does not speak as expected: HTTPS where HTTP is asked, or the other way round',
  'With ?secure=1 the port is that of HTTPS (8443), without it that of HTTP (8123).',
);
const cutOff = cannotReach('cut_off', 'ended the connection in the middle of its answer', 'Run it again.');

/** By the code of Node's network errors. */
export const byNetworkCode: Record<string, Explain> = {
  ENOTFOUND: wrongHost,
  EAI_AGAIN: wrongHost,
  ECONNREFUSED: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ETIMEDOUT: noAnswer,
  EPROTO: wrongProtocol,
  ERR_SSL_WRONG_VERSION_NUMBER: wrongProtocol,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: wrongProtocol,
  HPE_INVALID_CONSTANT: wrongProtocol,
  ECONNRESET: cutOff,
  EPIPE: cutOff,
  ERR_STREAM_PREMATURE_CLOSE: cutOff,
};
