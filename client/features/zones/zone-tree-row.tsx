import { Icon } from "../../ui/icon.tsx";
import { useZoneDesk } from "./zone-desk-state.ts";
import type { TreeRow } from "./zone-tree-rows.ts";

type ZoneTreeRowProps = {
  readonly row: TreeRow;
  readonly topPx: number;
  readonly isActive: boolean;
  readonly isMarked: boolean;
  readonly onToggle: () => void;
  readonly onPick: () => void;
};

/** A zone of the tree; its keys are the tree's. */
export function ZoneTreeRow(props: ZoneTreeRowProps) {
  const { row, topPx, isActive, isMarked, onToggle, onPick } = props;
  const { selected, draft } = useZoneDesk();
  const { zone, depth, hasChildren, isOpen } = row;
  const edited = draft.zones.find(({ id }) => id === zone.id);
  const classes = ["zone-row", isActive && "active", isMarked && "marked"].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    <div
      role="treeitem"
      id={`zone-row-${zone.id}`}
      className={classes.join(" ")}
      aria-level={depth}
      aria-selected={zone.id === selected?.id}
      {...(hasChildren && { "aria-expanded": isOpen })}
      style={{ top: topPx, paddingLeft: 6 + 16 * (depth - 1) }}
      onClick={onPick}
    >
      <span
        className={isOpen ? "zone-fold open" : "zone-fold"}
        aria-hidden="true"
        onClick={(event) => {
          if (!hasChildren) return;
          event.stopPropagation();
          onToggle();
        }}
      >
        {hasChildren && <Icon name="chevron" />}
      </span>
      <span className="zone-name">{zone.name}</span>
      <span className="zone-id">{zone.id}</span>
      {edited && <span className="zone-edited" aria-hidden="true" />}
    </div>
  );
}
