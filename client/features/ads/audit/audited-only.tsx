import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { Finding } from "./finding.tsx";
import { percentWords } from "./percent-words.ts";

type Loose = Readonly<Record<string, unknown>>;
const numberOf = (row: Loose, name: string): number => {
  const value = row[name];
  return typeof value === "number" ? value : 0;
};
const wordOf = (row: Loose, name: string): string => String(row[name] ?? "");

/** Rules that no plan is made for: boards, screens, windows, forms. */
export function AuditedOnly() {
  const text = useAdsText().ads.others;
  const { cityAudit } = useAdsDesk();
  const { hoardings = [], screens = [], extraRules = [] } = cityAudit ?? {};
  const shortBoards = hoardings.filter((row) => numberOf(row, "shortageArea") > 0);
  const shortScreens = screens.filter((row) => numberOf(row, "shortageSeconds") > 0);
  return (
    <>
      {hoardings.length > 0 && (
        <Finding
          title={text.hoardings}
          tag={text.auditedOnly}
          result={text.ofAll(shortBoards.length, hoardings.length)}
          total={shortBoards.length}
        >
          <ShareList
            rows={shortBoards}
            words={(row) => text.area2(numberOf(row, "shortageArea").toFixed(1))}
          />
        </Finding>
      )}
      {screens.length > 0 && (
        <Finding
          title={text.screens}
          tag={text.auditedOnly}
          result={text.ofAll(shortScreens.length, screens.length)}
          total={shortScreens.length}
        >
          <ShareList
            rows={shortScreens}
            words={(row) => text.seconds(numberOf(row, "shortageSeconds"))}
          />
        </Finding>
      )}
      {extraRules.length > 0 && <ExtraRules rows={extraRules} />}
    </>
  );
}

function ShareList({
  rows,
  words,
}: {
  readonly rows: readonly Loose[];
  readonly words: (row: Loose) => string;
}) {
  return (
    <ul className="ads-pairs">
      {rows.map((row) => (
        <li key={wordOf(row, "id")}>
          {wordOf(row, "id")}
          <span className="number">
            {percentWords(numberOf(row, "share"))} · {words(row)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ExtraRules({ rows }: { readonly rows: readonly Loose[] }) {
  const text = useAdsText().ads.others;
  const kinds: Readonly<Record<string, string>> = text.ruleKinds;
  const nameOf = (row: Loose) => kinds[wordOf(row, "kind")] ?? wordOf(row, "kind");
  return rows.map((row) => {
    const rule = wordOf(row, "rule");
    const broken = numberOf(row, "broken");
    return (
      <Finding
        key={`${wordOf(row, "kind")} ${rule}`}
        title={nameOf(row)}
        tag={text.auditedOnly}
        result={text.ofAll(broken, numberOf(row, "checked"))}
        total={broken}
      >
        <p className="ads-hint">{text.ruleAt(rule, numberOf(row, "skipped"))}</p>
      </Finding>
    );
  });
}
