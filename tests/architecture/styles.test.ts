import { describe, expect, it } from 'vitest';
import { findStyleProblems } from '../helpers/find-style-problems.ts';
import { readSources, type SourceFile } from '../helpers/read-source.ts';

const file = (path: string, text: string): SourceFile => ({ path, text });
const sheet = (text: string) => file('renderer/a/a.module.css', text);
const screen = (text: string) => file('renderer/a/a.tsx', `import styles from './a.module.css';\n${text}`);

describe('the stylesheets', () => {
  it('have what is asked of them and nothing else', () => {
    const files = readSources(['renderer'], /\.(?:tsx?|css)$/);
    expect(files.filter(({ path }) => path.endsWith('.module.css')).length).toBeGreaterThan(50);
    expect(findStyleProblems(files)).toEqual([]);
  });

  it.each([
    ['a class that nobody asks for', '.a .b { top: 0.5rem }', '<i className={styles.a} />', ['a.module.css b: nobody']],
    ['a class of a medium', '@media print { .a { top: 0 } }', '', ['a.module.css a: nobody']],
    ['a class that is not there', '.a { top: 0 }', 'classNames(styles.a, styles.b)', ['a.module.css b: is not there']],
    ['a class that another is composed of', '.a { composes: b }', 'styles.a', ['a.module.css b: is not there']],
  ])('would be told of %s', (_name, css, tsx, told) => {
    const problems = findStyleProblems([sheet(css), screen(tsx)]);
    expect(problems).toEqual(told.map((each) => expect.stringContaining(each) as string));
  });

  it.each([
    ['asked for by a name that is computed', '.a { top: 0 } .b { top: 1px }', 'styles[tone]'],
    ['composed', '.a { top: 0 } .b { composes: a }', 'styles.b'],
    ['of a state', '.a[data-x]:hover > svg { top: 0.5rem }', 'isOn && styles.a'],
  ])('are content with a class that is %s', (_name, css, tsx) => {
    expect(findStyleProblems([sheet(css), screen(tsx)])).toEqual([]);
  });
});

describe('the files', () => {
  it('are no longer than can be read in one go', () => {
    const files = readSources(['shared', 'electron', 'renderer', 'tests'], /\.(?:tsx?|css)$/);
    const tooLong = files.filter(({ text }) => text.split('\n').length > 401);
    expect(tooLong.map(({ path }) => path)).toEqual([]);
  });
});
