import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

export interface NetworkAttempt {
  readonly what: string;
  /** The code of the refusal, or `reached`. */
  readonly outcome: string;
  /** Whether anything was sent, were it only to be refused by a machine. */
  readonly hasLeft: boolean;
}

/** What the kernel says when there is no way at all or no address to come from, and a resolver that reaches no server. */
const nowhere = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAI_AGAIN']);

/** TEST-NET-1 (RFC 5737) and the documentation prefix (RFC 3849) belong to nobody. */
const addresses = ['127.0.0.1', '::1', '192.0.2.1', '2001:db8::1'];

/** Tries to reach a network in every way that a program has: connections, datagrams, names. */
export async function tryNetwork(): Promise<NetworkAttempt[]> {
  const attempts: [what: string, outcome: Promise<string>][] = [
    ...addresses.map((address): [string, Promise<string>] => [`connection to ${address}`, tryConnection(address)]),
    ['datagram to 192.0.2.1', tryDatagram('192.0.2.1')],
    ['name example.invalid.', lookup('example.invalid.').then(() => 'reached', codeOf)],
  ];
  return Promise.all(
    attempts.map(async ([what, outcome]) => {
      const code = await outcome;
      return { what, outcome: code, hasLeft: !nowhere.has(code) };
    }),
  );
}

function tryConnection(host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 9, timeout: 1_000 });
    const end = (outcome: string): void => {
      socket.destroy();
      resolve(outcome);
    };
    socket.once('connect', () => end('reached'));
    socket.once('timeout', () => end('no answer'));
    socket.once('error', (error) => end(codeOf(error)));
  });
}

function tryDatagram(host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', (error) => resolve(codeOf(error)));
    socket.send('x', 9, host, (error) => {
      socket.close();
      resolve(error ? codeOf(error) : 'sent');
    });
  });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
