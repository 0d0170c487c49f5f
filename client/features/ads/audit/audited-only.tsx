import { useMemo } from "react";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";
import { VirtualList } from "../virtual-list.tsx";
import { type ExtraGroup, extraGroups } from "./extra-findings.ts";
import { Finding } from "./finding.tsx";
import { percentWords } from "./percent-words.ts";

const ROW_PX = 30;

/** Rules that no plan is made for: boards, screens, windows, forms. */
export function AuditedOnly() {
  const text = useAdsText().ads.others;
  const { cityAudit } = useAdsDesk();
  const { hoardings = [], screens = [], extraRules } = cityAudit ?? {};
  const groups = useMemo(() => (extraRules ? extraGroups(extraRules) : []), [extraRules]);
  const shortBoards = hoardings.filter(({ shortageArea }) => shortageArea > 0);
  const shortScreens = screens.filter(({ shortageSeconds }) => shortageSeconds > 0);
  return (
    <>
      {hoardings.length > 0 && (
        <Finding
          title={text.hoardings}
          tag={text.auditedOnly}
          result={text.ofAll(shortBoards.length, hoardings.length)}
          total={shortBoards.length}
        >
          <ShareList rows={shortBoards} words={(row) => text.area2(row.shortageArea.toFixed(1))} />
        </Finding>
      )}
      {screens.length > 0 && (
        <Finding
          title={text.screens}
          tag={text.auditedOnly}
          result={text.ofAll(shortScreens.length, screens.length)}
          total={shortScreens.length}
        >
          <ShareList rows={shortScreens} words={(row) => text.seconds(row.shortageSeconds)} />
        </Finding>
      )}
      {groups.map((group) => (
        <ExtraRules key={`${group.kind} ${group.rule}`} group={group} />
      ))}
    </>
  );
}

type ShareListProps<R> = {
  readonly rows: readonly R[];
  /** What it lacks. */
  readonly words: (row: R) => string;
};

function ShareList<R extends { readonly id: string; readonly share: number }>({
  rows,
  words,
}: ShareListProps<R>) {
  return (
    <ul className="ads-pairs">
      {rows.map((row) => (
        <li key={row.id}>
          {row.id}
          <span className="number">
            {percentWords(row.share)} · {words(row)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ExtraRules({ group }: { readonly group: ExtraGroup }) {
  const text = useAdsText().ads.others;
  const { goTo, cityAudit } = useAdsDesk();
  const names = useNames();
  const kinds: Readonly<Record<string, string>> = text.ruleKinds;
  const { kind, rule, checked, broken } = group;
  const isRoad = (owner: string) => cityAudit?.roads.some(({ key }) => key === owner) ?? false;
  return (
    <Finding
      title={kinds[kind] ?? kind}
      tag={text.auditedOnly}
      result={text.ofAll(broken.length, checked)}
      total={broken.length}
    >
      <p className="ads-hint">{text.ruleAt(rule)}</p>
      <VirtualList
        label={kinds[kind] ?? kind}
        total={broken.length}
        rowHeight={ROW_PX}
        maxHeight={6 * ROW_PX}
        isPicked={() => false}
        onOpen={(index) => {
          const owner = broken[index]?.owner;
          if (owner && isRoad(owner)) goTo({ kind: "road", id: owner });
        }}
        row={(index) => {
          const row = broken[index];
          if (!row) return null;
          const { owner, have, need } = row;
          const name = owner === null ? text.city : isRoad(owner) ? names.roadOf(owner) : owner;
          return (
            <>
              <span className="ads-row-name">{name}</span>
              <span className="number muted">
                {text.haveNeed(shortNumber(have), shortNumber(need))}
              </span>
            </>
          );
        }}
      />
    </Finding>
  );
}

function shortNumber(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
