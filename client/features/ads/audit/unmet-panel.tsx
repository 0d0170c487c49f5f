import type { AdPlanBody } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { unmetKindWord, unmetSum, wayWord } from "../plans/unmet-words.ts";
import { useNames } from "../use-names.ts";
import { VirtualList } from "../virtual-list.tsx";

const ROW_PX = 34;
const MOST_PX = 6 * ROW_PX;

type Unmet = NonNullable<NonNullable<AdPlanBody["result"]>["unmet"]>[number];

/** 无法补足: what no plan can meet, and what is in the way. */
export function UnmetPanel() {
  const text = useAdsText().ads.unmet;
  const { plan, mode, goTo, picked } = useAdsDesk();
  const unmet = plan?.result?.unmet;
  if (mode === "audit" || unmet === undefined) return null;
  const missing = unmetSum(unmet);
  return (
    <section aria-label={text.title}>
      <h3>
        {text.title}
        <small>{text.extent(count(unmet.length), count(missing))}</small>
      </h3>
      {unmet.length === 0 ? (
        <p className="ads-hint">{text.none}</p>
      ) : (
        <VirtualList
          label={text.title}
          total={unmet.length}
          rowHeight={ROW_PX}
          maxHeight={MOST_PX}
          isPicked={(index) => picked?.kind === "road" && picked.id === unmet[index]?.of}
          onOpen={(index) => {
            const row = unmet[index];
            if (row && row.kind !== "area") goTo({ kind: "road", id: row.of });
          }}
          row={(index) => {
            const row = unmet[index];
            return row && <UnmetRow row={row} />;
          }}
        />
      )}
    </section>
  );
}

function UnmetRow({ row }: { readonly row: Unmet }) {
  const text = useAdsText().ads.unmet;
  const names = useNames();
  const words = useAdPlansText();
  const wordOf = (reason: string) => wayWord(words, reason, names.blocked);
  const [main] = row.reasons.toSorted((a, b) => b.count - a.count);
  const reasons = row.reasons.map((each) => `${wordOf(each.reason)} ${each.count}`);
  return (
    <>
      <span className="ads-row-name">{row.kind === "area" ? row.of : names.roadOf(row.of)}</span>
      <span className="ads-row-note" title={reasons.join("；")}>
        {main ? wordOf(main.reason) : row.sites === 0 ? text.noSites : text.possible(row.possible)}
      </span>
      <span className="number">
        {unmetKindWord(words, row) ?? text.missing(count(row.missing))}
      </span>
    </>
  );
}
