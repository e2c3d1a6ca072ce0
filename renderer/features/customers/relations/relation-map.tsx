import { useRef, useState, type KeyboardEvent } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { RelationMap as RelationMapData, RelationMapNode } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { placeOnRings, type Place } from './place-on-rings.ts';
import { placeWords } from './place-words.ts';
import { RelationOutline } from './relation-outline.tsx';
import styles from './relation-map.module.css';
import { backwards, useRoleWord } from './role-words.ts';

/** Around the names, so that the ring of the focus is whole. */
const margin = 4;
const halfHeight = 13;
const longestName = 9;
const wordHeight = 14;
/** Between two words. */
const wordGap = 6;

/** Everybody two steps around a customer: as a picture, or as an outline that says the same in words. */
export function RelationMap({ customerId }: { customerId: CustomerId }) {
  const t = useT();
  const [look, setLook] = useState<'picture' | 'outline'>('picture');
  const { data: map } = useEngineQuery(`relation-map:${customerId}`, (engine) => engine.relationMap(customerId));
  if (!map) return null;
  return (
    <section className={styles.map} aria-label={t('relations.map')}>
      <SegmentedControl
        label={t('relations.map')}
        value={look}
        onChange={setLook}
        segments={[
          { id: 'picture', label: t('relations.picture') },
          { id: 'outline', label: t('relations.outline') },
        ]}
      />
      {look === 'picture' ? <Picture map={map} /> : <RelationOutline map={map} />}
      {map.more > 0 && <p className={styles.more}>{t('relations.moreAround', { count: map.more })}</p>}
    </section>
  );
}

function Picture({ map }: { map: RelationMapData }) {
  const t = useT();
  const word = useRoleWord();
  const places = placeOnRings(map);
  const [active, setActive] = useState(0);
  const picture = useRef<SVGSVGElement>(null);
  const { left, top, width, height } = boundsOf(map, places);
  /** What those beside the middle are to it, whichever way the relation is noted. */
  const said = map.edges.flatMap(({ from, to, role }) => {
    if (map.nodes[from]?.ring === 0) return [{ at: to, text: word(role) }];
    return map.nodes[to]?.ring === 0 ? [{ at: from, text: word(backwards(role)) }] : [];
  });
  const words = placeWords(
    said.map(({ at, text }) => ({
      from: { x: 0, y: 0 },
      to: places[at] ?? { x: 0, y: 0 },
      width: widthOf(text, 11) + wordGap,
      height: wordHeight,
    })),
    map.nodes.map((node, at) => ({ x: 0, y: 0, ...places[at], width: boxOf(node), height: halfHeight * 2 })),
  );

  const focus = (at: number) => {
    setActive(at);
    picture.current?.querySelector<SVGElement>(`[data-node="${String(at)}"]`)?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) focus((active + step + map.nodes.length) % map.nodes.length);
    else if (event.key === 'Enter' || event.key === ' ') open(map.nodes[active]);
    else return;
    event.preventDefault();
  };
  /** What somebody is to whom they hang on, for screen readers. */
  const relationOf = (at: number): string => {
    const edge = map.edges.find(({ from, to }) => to === at || from === at);
    if (!edge) return '';
    const other = map.nodes[edge.to === at ? edge.from : edge.to];
    return t('relations.isTo', {
      role: word(edge.to === at ? edge.role : backwards(edge.role)),
      name: other?.name ?? '',
    });
  };

  return (
    <svg
      ref={picture}
      className={styles.picture}
      // As large as text of the chosen size.
      style={{ maxWidth: `${String(width / 16)}rem` }}
      viewBox={[left, top, width, height].join(' ')}
      role="group"
      aria-label={t('relations.map')}
      onKeyDown={handleKey}
    >
      {map.edges.map(({ from, to, isCurrent }) => (
        <line
          key={`${String(from)}-${String(to)}`}
          className={styles.edge}
          data-past={!isCurrent || undefined}
          x1={places[from]?.x}
          y1={places[from]?.y}
          x2={places[to]?.x}
          y2={places[to]?.y}
        />
      ))}
      {said.map(({ at, text }, order) => (
        <text key={at} className={styles.role} aria-hidden="true" x={words[order]?.x} y={words[order]?.y} dy="0.35em">
          {text}
        </text>
      ))}
      {map.nodes.map((node, at) => (
        <g
          key={at}
          data-node={at}
          role={node.customerId === null ? 'img' : 'button'}
          tabIndex={at === active ? 0 : -1}
          aria-label={[node.name, relationOf(at)].filter(Boolean).join(' · ')}
          className={styles.node}
          data-ring={node.ring}
          data-kind={node.kind}
          transform={`translate(${String(places[at]?.x ?? 0)} ${String(places[at]?.y ?? 0)})`}
          onFocus={() => {
            setActive(at);
          }}
          onClick={() => {
            open(node);
          }}
        >
          <rect x={-boxOf(node) / 2} y={-halfHeight} width={boxOf(node)} height={halfHeight * 2} rx={halfHeight} />
          <text dy="0.35em">{shorten(node.name)}</text>
          <title>{[node.name, node.detail].filter(Boolean).join(' · ')}</title>
        </g>
      ))}
    </svg>
  );
}

/** As much room as those who are there need: what is empty would only make the names smaller. */
function boundsOf({ nodes }: RelationMapData, places: readonly Place[]) {
  const sides = nodes.map((node, at) => {
    const { x = 0, y = 0 } = places[at] ?? {};
    const half = boxOf(node) / 2 + margin;
    return { left: x - half, right: x + half, top: y - halfHeight - margin, bottom: y + halfHeight + margin };
  });
  const left = Math.min(...sides.map((side) => side.left));
  const top = Math.min(...sides.map((side) => side.top));
  return {
    left,
    top,
    width: Math.max(...sides.map((side) => side.right)) - left,
    height: Math.max(...sides.map((side) => side.bottom)) - top,
  };
}

function open(node: RelationMapNode | undefined): void {
  if (node?.customerId) navigate({ screen: 'customers', customerId: node.customerId });
}

function shorten(name: string): string {
  const characters = Array.from(name);
  return characters.length > longestName + 1 ? `${characters.slice(0, longestName).join('')}…` : name;
}

/** Wide enough for the name. */
function boxOf({ name }: RelationMapNode): number {
  return widthOf(shorten(name), 13) + 22;
}

/** About as wide as a text is drawn: full-width characters are as wide as they are high, others a little more than half. */
function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2e7f' ? size : size * 0.55), 0);
}
