import type { ReactNode } from "react";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import type { DraftRules } from "./rule-draft.ts";

/** What every part of the editor gets: the rules, and how to put others in their place. */
export type SectionProps = {
  readonly rules: DraftRules;
  readonly onChange: (rules: DraftRules) => void;
};

type SectionFrameProps = {
  readonly explain: string;
  readonly isAuditedOnly?: boolean;
  readonly children: ReactNode;
};

/** What the part is about, and whether plans see it. */
export function SectionFrame({ explain, isAuditedOnly = false, children }: SectionFrameProps) {
  const text = useAdsRulesText().editor;
  return (
    <div className="rule-section">
      <p className="muted">{explain}</p>
      {isAuditedOnly && (
        <p className="audited-only">
          <strong>{text.auditedOnly}</strong> {text.auditedOnlyHint}
        </p>
      )}
      {children}
    </div>
  );
}

type RemoveButtonProps = {
  readonly what: string;
  readonly onClick: () => void;
  /** Says what, where it does not stand in the same row. */
  readonly isFull?: boolean;
};

export function RemoveButton({ what, onClick, isFull = false }: RemoveButtonProps) {
  const text = useAdsRulesText().editor;
  return (
    <button type="button" className="link" aria-label={text.remove(what)} onClick={onClick}>
      {isFull ? text.remove(what) : text.removeShort}
    </button>
  );
}
