import { useAdsDesk } from "../ads-desk-state.ts";
import { useAdWords } from "../use-ad-words.ts";
import { VirtualList } from "../virtual-list.tsx";

const ROW_PX = 30;
const MOST_PX = 6 * ROW_PX;

type AdListProps = {
  readonly label: string;
  readonly ids: readonly string[];
  /** Ads that stand, unless it is said otherwise. */
  readonly kind?: "ad" | "site";
  /** Instead of where it stands and how. */
  readonly noteOf?: (index: number) => string;
};

/** Ads or places for them; a click goes to one. */
export function AdList({ label, ids, kind = "ad", noteOf }: AdListProps) {
  const { goTo, picked } = useAdsDesk();
  const wordsOf = useAdWords();
  return (
    <VirtualList
      label={label}
      total={ids.length}
      rowHeight={ROW_PX}
      maxHeight={MOST_PX}
      isPicked={(index) => picked?.kind === kind && picked.id === ids[index]}
      onOpen={(index) => {
        const id = ids[index];
        if (id !== undefined) goTo({ kind, id });
      }}
      row={(index) => {
        const [name, ...rest] = wordsOf({ kind, id: ids[index] ?? "" });
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
