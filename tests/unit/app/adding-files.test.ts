import { afterEach, describe, expect, it, vi } from 'vitest';
import { translate } from '#shared/i18n/translate.ts';
import { addFiles, useSending } from '../../../renderer/features/customers/files/add-files.ts';
import { useActivity } from '../../../renderer/state/activity.ts';
import { anId } from '../../helpers/builders.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('adding several files', () => {
  it('says how far all of them are, and not each by itself', async () => {
    let finished = 0;
    const invoke = (channel: string) => {
      const sent = {
        sha256: String((finished += channel === 'attachments/finish' ? 1 : 0)),
        sizeBytes: 1,
        mediaType: '',
      };
      return Promise.resolve({ ok: true, value: channel === 'attachments/begin' ? { uploadId: 'u' } : sent });
    };
    vi.stubGlobal('window', { kebu: { invoke } });
    const shares: number[] = [];
    const stop = useSending.subscribe(({ current }) => {
      if (current) shares.push(Math.round((100 * current.doneBytes) / current.totalBytes));
    });
    const tasks = new Set<string>();
    const forget = useActivity.subscribe(({ tasks: [task] }) => {
      if (task) tasks.add(`${task.label} ${task.done}/${task.total}`);
    });
    const files = ['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((name) => new File(['12345'], name));
    const t: Parameters<typeof addFiles>[2]['t'] = (key, values) => translate('zh-CN', key, values);
    const commit = () => Promise.resolve(null);
    await addFiles({ customer: { id: anId('c1'), name: '张三' }, here: [] }, files, {
      commit,
      t,
      describeError: String,
    });
    stop();
    forget();
    expect(shares).toEqual([0, 25, 50, 75]);
    expect([...tasks].at(-1)).toBe('正在添加 d.txt（4 / 4） 15/20');
  });
});
