import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { nextVersion } from "./rule-draft.ts";
import type { RuleDesk } from "./use-rule-desk.ts";

/** A version, its date and who issues it; without all three nothing is saved. */
export function SaveForm({ desk }: { readonly desk: RuleDesk }) {
  const text = useAdsRulesText().save;
  const { city } = useRunning();
  const format = useCityFormat();
  const { active, versions } = desk.body;
  const taken = versions.map(({ version }) => version);
  const [version, setVersion] = useState(() => nextVersion(active?.version ?? "v0", taken));
  const [issuedOn, setIssuedOn] = useState(() => format.date(format.instant(city.now)));
  const [source, setSource] = useState(active?.source ?? "");
  const [reason, setReason] = useState("");
  const act = useMutation({
    mutationFn: () =>
      desk.save({ version: version.trim(), issuedOn, source: source.trim() }, reason),
    onSuccess: () => {
      setVersion(nextVersion(version.trim(), [...taken, version.trim()]));
      setReason("");
    },
    retry: false,
  });
  const isTaken = taken.includes(version.trim());
  const isWhole = version.trim() !== "" && issuedOn !== "" && source.trim() !== "";
  const isReady = isWhole && !isTaken && desk.changes.length > 0 && desk.defects.length === 0;
  return (
    <form
      className="rule-save"
      aria-label={text.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) act.mutate();
      }}
    >
      <label>
        {text.version}
        <input
          value={version}
          maxLength={40}
          aria-invalid={isTaken}
          onChange={({ target }) => setVersion(target.value)}
        />
      </label>
      <label>
        {text.issuedOn}
        <input type="date" value={issuedOn} onChange={({ target }) => setIssuedOn(target.value)} />
      </label>
      <label className="is-wide">
        {text.source}
        <input value={source} maxLength={300} onChange={({ target }) => setSource(target.value)} />
      </label>
      <label className="is-wide">
        {text.reason}
        <input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </label>
      <p role="status" className="rule-saved">
        {act.isSuccess && desk.changes.length === 0 && text.saved(active?.version ?? "")}
      </p>
      <p role="alert" className="rule-refused">
        {act.error?.message ?? (isTaken ? text.exists : null)}
      </p>
      <p className="muted">{isWhole ? null : text.needed}</p>
      <button type="submit" className="button primary" disabled={!isReady || act.isPending}>
        {act.isPending ? text.saving : text.save}
      </button>
    </form>
  );
}
