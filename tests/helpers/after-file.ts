import { afterAll } from 'vitest';
import { endFile } from './when-file-ends.ts';

afterAll(endFile);
