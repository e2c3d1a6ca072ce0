/** What relations can bind together: people of one household, companies of one group. */
export const relationGroups = ['household', 'company'] as const;
export type RelationGroup = (typeof relationGroups)[number];

/** What one can be to the other, with what the other is in turn. */
const inverses = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  relative: 'relative',
  friend: 'friend',
  neighbour: 'neighbour',
  classmate: 'classmate',
  colleague: 'colleague',
  boss: 'report',
  report: 'boss',
  employer: 'employee',
  employee: 'employer',
  headquarters: 'subsidiary',
  subsidiary: 'headquarters',
  affiliate: 'affiliate',
  supplier: 'buyer',
  buyer: 'supplier',
  guarantor: 'guaranteed',
  guaranteed: 'guarantor',
} as const satisfies Record<string, string>;

export type FixedRole = keyof typeof inverses;

/** The roles that Kebu brings along, the family first. */
export const fixedRoles: readonly string[] = Object.keys(inverses);

/** Where a role stands among others: the family first, kinds of the user's own last. */
export function roleRank(role: RelationRole): number {
  const rank = fixedRoles.indexOf(role);
  return rank < 0 ? fixedRoles.length : rank;
}

const groupOfFixed: Partial<Record<FixedRole, RelationGroup>> = {
  spouse: 'household',
  parent: 'household',
  child: 'household',
  sibling: 'household',
  headquarters: 'company',
  subsidiary: 'company',
  affiliate: 'company',
};

/*
 * Roles of the user's own kinds are made of the id of the kind: `own:<id>` where both sides are the same to each other,
 * `own:<id>>` for the one that the kind is named after, `own:<id><` for the one opposite.
 */
const ownRole = /^own:([\w-]{1,64})([<>]?)$/;

/** One of `fixedRoles`, or a role of a kind of the user's own. */
export type RelationRole = string;

export function isFixedRole(role: RelationRole): role is FixedRole {
  return Object.hasOwn(inverses, role);
}

/** Whether a text is a role at all: a fixed one, or one of a kind of the user’s own (`own:<id>`). */
export function isRole(role: string): boolean {
  return isFixedRole(role) || ownRole.test(role);
}

/** The roles of a kind of the user's own: one, or the named one and its opposite. */
export function rolesOf(kind: { id: string; inverseName?: string | undefined }): RelationRole[] {
  return kind.inverseName === undefined ? [`own:${kind.id}`] : [`own:${kind.id}>`, `own:${kind.id}<`];
}

/** The user's own kind that a role is of, and whether it is the opposite side; `null` for a fixed role. */
export function ownKindOf(role: RelationRole): { kindId: string; isOpposite: boolean } | null {
  const [, kindId, side] = ownRole.exec(role) ?? [];
  return kindId === undefined ? null : { kindId, isOpposite: side === '<' };
}

/** What I am to somebody who is `role` to me. */
export function inverseRole(role: RelationRole): RelationRole {
  if (isFixedRole(role)) return inverses[role];
  if (role.endsWith('>')) return `${role.slice(0, -1)}<`;
  return role.endsWith('<') ? `${role.slice(0, -1)}>` : role;
}

/** Which group a relation of this role binds; `groupOfKind` tells it of the user's own kinds. */
export function groupOfRole(
  role: RelationRole,
  groupOfKind: (kindId: string) => RelationGroup | undefined,
): RelationGroup | null {
  if (isFixedRole(role)) return groupOfFixed[role] ?? null;
  const own = ownKindOf(role);
  return (own && groupOfKind(own.kindId)) ?? null;
}
