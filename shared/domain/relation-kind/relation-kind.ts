import * as z from 'zod';
import { recordBase, text } from '../record.ts';
import { relationGroups } from '../relation/relation-role.ts';

/** A kind of relation of the user's own. Without `inverseName` both sides are to each other what `name` says. */
export const relationKindSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  /** What the other one is: 师傅. */
  name: text(60).min(1),
  /** What one is to the other then: 徒弟. Whether there is one stays as it is once relations of the kind exist. */
  inverseName: text(60).min(1).optional(),
  /** Which group it binds together, if any. */
  group: z.enum(relationGroups).optional(),
});
export type RelationKind = z.infer<typeof relationKindSchema>;
