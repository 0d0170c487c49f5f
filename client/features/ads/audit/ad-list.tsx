import { useAdsDesk } from "../ads-desk-state.ts";
import { useAdWords } from "../use-ad-words.ts";
import { VirtualList } from "../virtual-list.tsx";

const ROW_PX = 30;
const MOST_PX = 6 * ROW_PX;

type AdListProps = {
  readonly label: string;
  readonly ids: readonly string[];
  /** Instead of where it stands and how. */
  readonly noteOf?: (index: number) => string;
};

/** Ads that stand; a click goes to one. */
export function AdList({ label, ids, noteOf }: AdListProps) {
  const { goTo, picked } = useAdsDesk();
  const wordsOf = useAdWords();
  return (
    <VirtualList
      label={label}
      total={ids.length}
      rowHeight={ROW_PX}
      maxHeight={MOST_PX}
      isPicked={(index) => picked?.kind === "ad" && picked.id === ids[index]}
      onOpen={(index) => {
        const id = ids[index];
        if (id !== undefined) goTo({ kind: "ad", id });
      }}
      row={(index) => {
        const [name, ...rest] = wordsOf({ kind: "ad", id: ids[index] ?? "" });
        return (
          <>
            <span className="ads-row-name">{name}</span>
            <span className="ads-row-note">{noteOf ? noteOf(index) : rest.join(" · ")}</span>
          </>
        );
      }}
    />
  );
}
