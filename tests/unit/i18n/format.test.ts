import { describe, expect, it } from 'vitest';
import { formatClass, formatDaysAgo, formatDay, formatDue } from '#shared/i18n/format.ts';

describe('formatting', () => {
  it('says days as people do, across the end of a year', () => {
    expect(formatDaysAgo('zh-CN', '2026-01-01', '2026-01-01')).toBe('今天');
    expect(formatDaysAgo('zh-CN', '2025-12-31T23:50', '2026-01-01')).toBe('昨天');
    expect(formatDaysAgo('en', '2025-12-30', '2026-01-01')).toBe('2 days ago');
    expect(formatDaysAgo('zh-CN', '2024-02-29', '2026-01-01')).toBe('2024年2月');
    expect(formatDay('en', '2026-11-24', '2026-11-21')).toBe('24 Nov');
  });

  it('says what is due and what is late', () => {
    expect(formatDue('zh-CN', '2026-11-21T15:00', '2026-11-21')).toBe('今天');
    expect(formatDue('zh-CN', '2026-11-19', '2026-11-21')).toBe('逾期 2 天');
    expect(formatDue('en', '2026-11-20', '2026-11-21')).toBe('1 day late');
    expect(formatDue('zh-CN', '2026-12-01', '2026-11-21')).toBe('12月1日');
  });

  it('names classes in both languages, and regions by their own name', () => {
    const region = (code: string) => (code === '3301' ? '杭州' : code);
    expect(formatClass('zh-CN', 'value', 'high', region)).toBe('高价值');
    expect(formatClass('en', 'value', 'high', region)).toBe('High value');
    expect(formatClass('en', 'region', '3301', region)).toBe('杭州');
    expect(formatClass('zh-CN', 'region', 'unknown', region)).toBe('未知');
  });
});
