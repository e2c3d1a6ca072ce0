import {
  memo,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow, QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useT } from '../../../platform/language.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { isComposing, isTyping } from '../../../ui/theme/keyboard.ts';
import { useGridKeys } from '../../../ui/grid/use-grid-keys.ts';
import { Grid, GridBody, GridCheckHeader, GridColumnHeader, GridHeader } from '../../../ui/grid/grid.tsx';
import { ColumnStatisticsDialog, PasteDialog } from '../dialogs.ts';
import type { LeaveBy } from '../cells/leave-by.ts';
import { columnSpec, useColumnLabel } from '../columns/columns.tsx';
import { customersInRange } from '../cells/cell-range.ts';
import { useCellRange } from '../cells/use-cell-range.ts';
import { CustomerLine, customerCellId, customerLineId } from './customer-line.tsx';
import { groupHeadingId, GroupHeading } from './group-heading.tsx';
import { selectGroupStep } from './group-keys.ts';
import { HeaderButton, sortDirection } from '../columns/header-button.tsx';
import { useGridCopy } from './use-grid-copy.ts';
import { useGridPaste } from './use-grid-paste.ts';
import { useListState } from '../list-state.ts';
import type { ListDeeds } from '../list-deeds.ts';
import { handleCellKey } from '../cells/use-cell-keys.ts';
import type { WhenListed } from './use-listing.ts';
import { useSelection } from './use-selection.ts';
import type { RowPages, RowsInView } from './row-pages.ts';
import { useColumnTracks } from '../columns/use-column-tracks.ts';
import { useColumnsInView } from '../columns/columns-in-view.ts';
import { useListScroll, useSlots } from './use-list-scroll.ts';
import { usePresses } from './use-presses.ts';
import { firstLines, useRowsBelow } from './use-first-lines.ts';
import { useRowMenu } from './use-row-menu.tsx';
import { useRowWindow } from './use-row-window.ts';

const noCells: readonly string[] = [];

/** What the screen may ask of its list. */
export interface ListHandle {
  /** A row of the result, when it is at hand. */
  rowAt: (index: number) => CustomerRow | undefined;
  rowsInView: () => RowsInView;
  /** Gives it the keyboard. */
  focus: () => void;
  /** Puts what is selected, or the active row or cell, on the clipboard. */
  copy: () => void;
}

interface CustomerGridProps {
  engine: Engine;
  result: QueryResult;
  /** The rows of the result. */
  pages: RowPages;
  /** What was asked: the list goes to its top when it changes. */
  question: string;
  whenListed: WhenListed;
  /** Position of the active row in the result; -1 when none is. */
  active: number;
  onActivate: (index: number, row: CustomerRow | undefined) => void;
  onOpen: (id: CustomerId, byKey: boolean) => void;
  deeds: ListDeeds;
  ref: Ref<ListHandle>;
}

/** The virtualised list. Only what is seen is drawn, and of that only what changed. */
export const CustomerGrid = memo(function CustomerGrid({
  engine,
  result,
  pages,
  question,
  whenListed,
  active,
  onActivate,
  onOpen,
  deeds,
  ref,
}: CustomerGridProps) {
  const t = useT();
  const { sort, groupBy, cellColumn, cellAnchor, editing, collapsedGroups, enterCell, edit, toggleGroup } =
    useListState(
      useShallow((state) => ({
        sort: state.sort,
        groupBy: state.groupBy,
        cellColumn: state.cellColumn,
        cellAnchor: state.cellAnchor,
        editing: state.editing,
        collapsedGroups: state.collapsedGroups,
        enterCell: state.enterCell,
        edit: state.edit,
        toggleGroup: state.toggleGroup,
      })),
    );
  const labelOf = useColumnLabel();
  const slots = useSlots(result);
  const selecting = useSelection(engine, result.token, whenListed, slots);
  const { selected } = selecting;
  const [menuColumn, setMenuColumn] = useState<string | null>(null);
  const [statisticsColumn, setStatisticsColumn] = useState<string | null>(null);
  /** The class on whose heading the keyboard is, until another row is the active one. */
  const [heading, setHeading] = useState<{ class: string; active: number } | null>(null);
  const headingAt = heading?.active === active ? result.groups.findIndex((group) => group.class === heading.class) : -1;
  const activeGroup = headingAt < 0 ? null : headingAt;
  const { scroller, focusList, virtualizer, rowHeight } = useListScroll({
    slots,
    question,
    active,
    activeGroup,
    cellColumn,
  });

  const items = virtualizer.getVirtualItems();
  const contents = items.map((item) => ({ item, content: slots.at(item.index) }));
  const indexes = contents.flatMap(({ content }) => ('row' in content ? [content.row] : []));
  const first = indexes[0] ?? 0;
  const last = indexes.at(-1) ?? 0;
  useRowWindow(engine, pages, { first, last });
  const rowAt = pages.rowAt;
  const below = useRowsBelow(pages);

  // Lines that scroll out are used again for those that scroll in: changing a text is cheaper than making an element.
  const [lineCount, setLineCount] = useState(items.length);
  if (items.length > lineCount) setLineCount(items.length);

  const { columnIds, shownColumns, sizes, pins, template, widthPx, resize } = useColumnTracks();
  const columnsInView = useColumnsInView(scroller, sizes, virtualizer.scrollRect?.width ?? 0);

  const range = useCellRange(shownColumns, cellColumn, cellAnchor);
  const place = { engine, result, active, rowAt, columns: shownColumns, range, selecting, slots };
  const copy = useGridCopy(place);
  const { clear, paste, pasted, endPaste } = useGridPaste(place);

  useImperativeHandle(ref, () => ({ rowAt, rowsInView: () => ({ first, last }), copy, focus: focusList }));

  const beginEdit = (row: CustomerRow | undefined, column: string | null) => {
    if (!row || column === null) return;
    if (columnSpec(column).fact === undefined) showToast({ text: t('grid.noEdit') });
    else edit({ id: row.id, column });
  };
  const move = (to: number) => {
    const shown = slots.shownRow(to, to >= active ? 1 : -1);
    if (editing !== null) edit(null);
    if (shown !== null) onActivate(shown, rowAt(shown));
    return shown;
  };
  const anchorAt = (at: number) => ({ at, id: rowAt(at)?.id, isCell: cellColumn !== null });
  /** One cell again, of those that Shift took in. */
  const leaveRange = () => {
    selecting.leave();
    if (cellAnchor !== null) enterCell(cellColumn);
  };
  const handleGridKeys = useGridKeys({
    rowCount: result.total,
    active,
    pageRows: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 400) / rowHeight) - 1),
    onMove: (to, extendsSelection) => {
      const from = anchorAt(active);
      const shown = move(to);
      if (!extendsSelection) leaveRange();
      else if (shown !== null) selecting.extend(shown, from);
    },
    onOpen: (at) => {
      const row = rowAt(at);
      if (row) onOpen(row.id, true);
    },
    onToggle: (at) => {
      const row = rowAt(at);
      if (row) selecting.toggle(at, row.id);
    },
    onSelectAll: selecting.selectAll,
  });
  const handleGroupKey = (event: KeyboardEvent): boolean => {
    if (result.groups.length === 0 || cellColumn !== null || isComposing(event) || isTyping(event.target)) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const step = selectGroupStep(event.key, activeGroup === null ? { row: active } : { group: activeGroup }, slots);
    if (step === null) return false;
    event.preventDefault();
    if ('row' in step) {
      setHeading(null);
      onActivate(step.row, rowAt(step.row));
      return true;
    }
    const group = result.groups['fold' in step ? step.fold : step.group];
    if (!group) return true;
    if ('fold' in step) toggleGroup(group.class);
    setHeading({ class: group.class, active });
    return true;
  };
  const handleKeys = (event: KeyboardEvent) => {
    // Keys of a column's menu come by here too, and those of buttons in the grid are their own.
    const { target, currentTarget } = event;
    if (!(target instanceof Element) || !currentTarget.contains(target)) return;
    if (target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return;
    if (handleGroupKey(event)) return;
    const isHandled = handleCellKey(event, {
      columns: shownColumns,
      cellColumn,
      isEditing: editing !== null,
      hasActiveRow: active >= 0,
      // As it is now, or will be in a moment: what is drawn may be behind.
      hasSelection: useListState.getState().selected.size > 0 || selecting.pending() !== null,
      onCell: (column, extendsRange) => {
        if (extendsRange !== true) selecting.leave();
        enterCell(column, extendsRange);
      },
      onEdit: () => {
        beginEdit(rowAt(active), cellColumn);
      },
      onClear: clear,
      onStopEdit: () => {
        edit(null);
      },
      onMenu: setMenuColumn,
      onCopy: copy,
      onClearSelection: selecting.clear,
    });
    if (!isHandled) handleGridKeys(event);
  };

  const { press, startDrag, draggedFrom } = usePresses({
    scroller,
    rowHeight,
    slots,
    columns: shownColumns,
    pins,
    active,
    rowAt,
    anchorAt,
    selecting,
    onActivate: (at, row) => {
      setHeading(null);
      onActivate(at, row);
    },
    onOpen,
    onEdit: beginEdit,
  });
  const activeId = active < 0 || activeGroup !== null ? undefined : rowAt(active)?.id;
  const taken = customersInRange(selected, draggedFrom ?? activeId);
  const menus = { list: scroller, taken, cellColumn, deeds, onColumnMenu: setMenuColumn, onActivate, onOpen };
  const { openMenu, rowMenu } = useRowMenu({ ...place, ...menus, onEdit: beginEdit, onCopy: copy });
  const latest = useRef({ active, shownColumns, cellColumn, rowAt, beginEdit, move });
  useLayoutEffect(() => {
    latest.current = { active, shownColumns, cellColumn, rowAt, beginEdit, move };
  });
  const leaveCell = useCallback(
    (by: LeaveBy) => {
      const { active: at, shownColumns: shown, cellColumn: column, move: moveTo } = latest.current;
      edit(null);
      focusList();
      if (by === 'down') moveTo(at + 1 < result.total ? at + 1 : at);
      if (by !== 'next' && by !== 'previous') return;
      const editable = shown.filter((id) => columnSpec(id).fact !== undefined);
      const next = editable[editable.indexOf(column ?? '') + (by === 'next' ? 1 : -1)];
      if (next === undefined) return;
      enterCell(next);
      latest.current.beginEdit(latest.current.rowAt(at), next);
    },
    [edit, enterCell, focusList, result.total],
  );
  // As many as are listed may be others.
  const isAll =
    selected.size >= result.total && indexes.every((at) => selected.has(rowAt(at)?.id ?? ('' as CustomerId)));
  const boxState = selected.size === 0 ? 'none' : isAll ? 'all' : 'some';
  const activeRowId =
    active < 0 ? undefined : cellColumn === null ? customerLineId(active) : customerCellId(active, cellColumn);

  const drawLine = (at: number, slot: number, key: number | string) => {
    const row = (at < first + firstLines ? pages : below).rowAt(at);
    const isActive = at === active && activeGroup === null;
    return (
      <CustomerLine
        key={key}
        row={row}
        at={at}
        slot={slot}
        columns={shownColumns}
        inView={columnsInView}
        pins={pins}
        topPx={slot * rowHeight}
        heightPx={rowHeight}
        isActive={isActive}
        isSelected={row !== undefined && selected.has(row.id)}
        range={row !== undefined && taken.has(row.id) && taken.size * range.length > 1 ? range : noCells}
        cellColumn={isActive ? cellColumn : null}
        editedColumn={row !== undefined && editing?.id === row.id ? editing.column : null}
        onPress={press}
        onLeave={leaveCell}
      />
    );
  };
  // Drawn wherever the list stands and its row moves: what is typed into it, and an input method in it, are not broken off.
  const isEdited = editing !== null && editing.id === activeId && !slots.isFolded(slots.groupOf(active));
  const editedRow = isEdited ? active : null;

  return (
    <>
      <Grid
        label={t('customers.title')}
        rowCount={slots.count + 1}
        columnCount={shownColumns.length + 1}
        columns={template}
        minWidthPx={widthPx}
        isMultiselectable
        activeRowId={activeGroup === null ? activeRowId : groupHeadingId(slots.slotOfGroup(activeGroup))}
        scrollRef={scroller}
        onKeyDown={handleKeys}
        onPointerDown={startDrag}
        onContextMenu={openMenu}
        onPaste={(event) => {
          if (editing === null) paste(event);
        }}
      >
        <GridHeader>
          <GridCheckHeader
            label={t('grid.selectAll')}
            state={boxState}
            onToggle={boxState === 'none' ? selecting.selectAll : selecting.clear}
          />
          {shownColumns.map((id, at) => (
            <GridColumnHeader
              key={id}
              aria-colindex={at + 2}
              aria-label={labelOf(id)}
              sort={sortDirection(sort, id)}
              isNumeric={columnSpec(id).isNumeric === true}
              pinPx={pins[id]}
            >
              <HeaderButton
                columnId={id}
                label={labelOf(id)}
                columnIds={columnIds}
                isMenuOpen={menuColumn === id}
                onMenu={setMenuColumn}
                onResize={resize}
                onStatistics={setStatisticsColumn}
                onFilterBy={deeds.onFilterBy}
              />
            </GridColumnHeader>
          ))}
        </GridHeader>
        <GridBody heightPx={virtualizer.getTotalSize()}>
          {editedRow !== null && drawLine(editedRow, slots.slotOf(editedRow), editing?.id ?? '')}
          {contents.map(({ item, content }) => {
            const key = item.index % Math.max(lineCount, items.length);
            if ('group' in content) {
              const group = result.groups[content.group];
              return (
                group &&
                groupBy && (
                  <GroupHeading
                    key={key}
                    slot={item.index}
                    topPx={item.start}
                    heightPx={item.size}
                    group={group}
                    by={groupBy}
                    isActive={content.group === activeGroup}
                    isFolded={collapsedGroups.includes(group.class)}
                    columnCount={shownColumns.length + 1}
                    onToggle={() => {
                      toggleGroup(group.class);
                    }}
                  />
                )
              );
            }
            return content.row === editedRow ? null : drawLine(content.row, item.index, key);
          })}
        </GridBody>
      </Grid>
      {rowMenu}
      {statisticsColumn !== null && (
        <ColumnStatisticsDialog
          column={statisticsColumn}
          token={result.token}
          onClose={() => {
            setStatisticsColumn(null);
          }}
        />
      )}
      {pasted !== null && (
        <PasteDialog
          pasted={pasted}
          onClose={() => {
            endPaste();
            focusList();
          }}
        />
      )}
    </>
  );
});
