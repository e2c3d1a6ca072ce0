import { startMainProcess } from './main-process.ts';

/** The main process in a process of its own, as in the app, so that its memory can be told from that of the window. */
export interface Question {
  id: number;
  channel: string;
  input: unknown;
}

const [, , dataDir = ''] = process.argv;
const main = await startMainProcess(dataDir);

process.on('message', ({ id, channel, input }: Question) => {
  void main.reply(channel, input).then((reply) => process.send?.({ id, reply }));
});
process.on('disconnect', () => {
  void main.close();
});
process.send?.({ id: 0 });
