import { ArrowDown, ArrowUp, ChevronDown, Pin } from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { emptyLayout } from '#shared/domain/list-view/list-view.ts';
import { foldText } from '#shared/match/text.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { SearchField } from '../../../ui/fields/search-field.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { usePreferences } from '../../../state/preferences.ts';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import { columnIdsOf, useColumnLabel } from './columns.tsx';
import { isColumnShown, movedColumn, orderedColumns, pinnedColumn } from './column-layout.ts';
import { useListState } from '../list-state.ts';
import styles from '../list/list.module.css';

/** Which columns are shown, in which order, which stay in place, and how high the rows are; all of it by keyboard too. */
export function ColumnsPanel() {
  const t = useT();
  const labelOf = useColumnLabel();
  const { layout, changeLayout } = useListState(
    useShallow((state) => ({ layout: state.layout, changeLayout: state.changeLayout })),
  );
  const usual = usePreferences((state) => state.density);
  const ids = columnIdsOf(useCustomFields());
  const ordered = orderedColumns(layout, ids);
  const shown = ordered.filter((id) => isColumnShown(layout, id));
  const [sought, setSought] = useState('');
  const rows = [...shown, ...ordered.filter((id) => !shown.includes(id))].filter((id) =>
    foldText(labelOf(id)).includes(foldText(sought)),
  );
  return (
    <Popover
      label={t('grid.columns')}
      placement="bottom end"
      trigger={
        <ChipButton>
          {t('grid.columns')}
          <ChevronDown aria-hidden="true" />
        </ChipButton>
      }
    >
      <div className={styles.columnsPanel}>
        <SegmentedControl
          label={t('grid.density')}
          segments={(['compact', 'normal', 'roomy'] as const).map((id) => ({ id, label: t(`grid.density.${id}`) }))}
          value={layout.density ?? usual}
          onChange={(density) => {
            changeLayout({ density });
          }}
        />
        <SearchField label={t('grid.column.find')} value={sought} onChange={setSought} />
        <ul>
          {rows.length === 0 && <li>{t('ui.noMatch')}</li>}
          {rows.map((id) => {
            const column = labelOf(id);
            const isShown = isColumnShown(layout, id);
            const isPinned = layout.pinned.includes(id);
            return (
              <li key={id}>
                <Checkbox
                  isSelected={isShown}
                  isDisabled={id === 'name'}
                  onChange={(next) => {
                    changeLayout({ shown: { ...layout.shown, [id]: next } });
                  }}
                >
                  {column}
                </Checkbox>
                <span className={styles.push} />
                {isShown && (
                  <>
                    <IconButton
                      size="small"
                      label={t('grid.column.earlier', { column })}
                      icon={<ArrowUp />}
                      isDisabled={shown[0] === id}
                      onPress={() => {
                        changeLayout(movedColumn(layout, ids, id, -1));
                      }}
                    />
                    <IconButton
                      size="small"
                      label={t('grid.column.later', { column })}
                      icon={<ArrowDown />}
                      isDisabled={shown.at(-1) === id}
                      onPress={() => {
                        changeLayout(movedColumn(layout, ids, id, 1));
                      }}
                    />
                    <IconButton
                      size="small"
                      label={t('grid.column.pin', { column })}
                      icon={<Pin />}
                      isActive={isPinned}
                      onPress={() => {
                        changeLayout(pinnedColumn(layout, id, !isPinned));
                      }}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <Button
          kind="quiet"
          onPress={() => {
            changeLayout({ ...emptyLayout, density: undefined });
          }}
        >
          {t('grid.column.reset')}
        </Button>
      </div>
    </Popover>
  );
}
