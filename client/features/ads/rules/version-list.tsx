import { useCityFormat } from "../../../state/use-city-format.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import type { RuleDesk } from "./use-rule-desk.ts";

/** Every version there has been, newest first: whose it is, and who saved it when. */
export function VersionList({ body }: Pick<RuleDesk, "body">) {
  const text = useAdsRulesText().save;
  const format = useCityFormat();
  return (
    <details className="rule-versions">
      <summary>
        {text.versions}（{body.versions.length}）
      </summary>
      <ul>
        {body.versions.map(({ version, issuedOn, source, savedAt, savedBy }) => (
          <li key={version}>
            <strong>{version}</strong> {version === body.active?.version && `（${text.inForce}）`}{" "}
            {source} {issuedOn}
            <span className="muted">
              {" · "}
              {savedAt === null
                ? text.ofPack
                : [format.fullMinute(savedAt), savedBy].filter(Boolean).join(" ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
