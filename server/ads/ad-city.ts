import type { AdInstance } from "../../domain/ads/ad-instance.ts";

/** A city's ads with their audit, read and reckoned at one time. */
export type AuditedAds = {
  /** In degrees. */
  readonly instance: AdInstance;
  /** Why a site may not be used, by id. */
  readonly blocked: Readonly<Record<string, string>>;
  /** The audit as JSON: large, and the same for everybody who asks. */
  readonly auditJson: string;
};

/** Null: the rules are there but cannot be read. */
export type AdCityMessage = AuditedAds | null;
