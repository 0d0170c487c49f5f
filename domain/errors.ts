import type { AccountRole, Capability } from "./account.ts";

import type { CaseAct } from "./case/case-acts.ts";
import type { CaseRefusal } from "./case/case-refusal.ts";
import type { AnswerRefusal } from "./public-report.ts";

/** What went wrong, as a client may branch on it. The HTTP status of each is in server/error-response.ts. */
export const errorCodes = [
  "invalid",
  "unauthorized",
  "forbidden",
  "too-many-requests",
  "not-found",
  "conflict",
  "precondition-required",
  "too-large",
  "unsupported-media-type",
  "unavailable",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What can be wrong with a change of zones, whatever its ground looks like. */
export const zoneProblems = [
  "too-early",
  "named-twice",
  "used-before",
  "bad-position",
  "too-few-corners",
  "no-area",
  "self-intersection",
  "hole-outside",
  "rings-nested",
  "parent-gone",
  "parent-level",
] as const;
export type ZoneProblem = (typeof zoneProblems)[number];

/** What can be wrong with an extract of a map that roads are to come from. */
export const extractProblems = [
  "truncated",
  "not-well-formed",
  "other-root",
  "damaged",
  "compression",
  "history",
  "projected",
  "unfinished",
  "elsewhere",
  "no-road",
] as const;
export type ExtractProblem = (typeof extractProblems)[number];

/** What can be wrong with a picture that somebody sends. */
export const photoProblems = ["empty", "kind", "damaged", "pixels", "slow"] as const;
export type PhotoProblem = (typeof photoProblems)[number];

/** What can be wrong with the sites that a plan of ads is to hold to. */
export const adLockProblems = ["unknown", "both-ways", "blocked"] as const;
export type AdLockProblem = (typeof adLockProblems)[number];

/** Every reason a request or command is refused for, with what its message needs. */
export type RefusalParams = {
  "unknown-parameter": { name: string; allowed: readonly string[] };
  "repeated-parameter": { name: string };
  "bad-parameter": { name: string; value: string; expected: string };
  "unknown-category": { name: string; value: string; nearest: readonly string[] };
  "unknown-value": { name: string; value: string; nearest: readonly string[] };
  "bad-body": { path: string; problem: string };
  "body-not-json": { problem: string };
  "not-found": { what: string; id: string };
  /** To whoever asks for the progress of a report; a wrong code looks like an unknown number. */
  "unknown-report": Record<string, never>;
  "answer-closed": { why: AnswerRefusal; days: number };
  "no-such-route": { path: string };
  "time-in-future": { name: string; value: string };
  "closed-before-reported": { closedAt: string; reportedAt: string };
  "wrong-state": { action: string; state: string };
  /** An act of a case that the case as it stands does not allow, that the account may not take, or that lacks something. */
  "case-state": { act: CaseAct; why: CaseRefusal };
  "case-barred": { act: CaseAct; why: CaseRefusal };
  "case-input": { act: CaseAct; why: CaseRefusal };
  "zone-findings": { count: number };
  "bad-zone-change": { id: string; problem: ZoneProblem; detail: string };
  "stale-version": { sent: string; current: number };
  "version-required": { current: number };
  "reused-client-id": { clientId: string };
  "position-off-map": { lng: number; lat: number };
  "body-too-large": { limitBytes: number };
  "too-many-pages": { pages: number; most: number };
  /** `detail`: the kind that it seems, or its size in pixels. */
  "bad-photo": { problem: PhotoProblem; detail: string };
  "unknown-photo": { file: string };
  "photos-busy": Record<string, never>;
  "no-ad-rules": { isFileThere: boolean };
  /** `detail`: the rule that bars the site. */
  "bad-ad-lock": { site: string; problem: AdLockProblem; detail: string };
  "ad-plans-busy": { most: number };
  /** What is asked of a plan that waits, is being made, or was not made. */
  "ad-plan-not-done": { id: string };
  /** A version of rules that there is already. */
  "version-taken": { version: string };
  /** No plan was found in time, or what makes them came to grief. */
  "ad-plan-failed": { seconds: number };
  /** A plan that the checker does not let pass. */
  "ad-plan-rejected": { faults: readonly string[] };
  "unsupported-media-type": { sent: string; expected: string };
  "cross-site": { origin: string };
  /** No credentials, or some that are not valid (any more). */
  unauthorized: { isExpired: boolean };
  /** Of a machine, where only a key will do. */
  "api-key": { isInvalid: boolean };
  "wrong-sign-in": Record<string, never>;
  "wrong-password": Record<string, never>;
  /** An account that one gets into by the sign-on or a wall's link alone. */
  "no-password": Record<string, never>;
  "password-length": { min: number; max: number };
  "account-name": { account: string };
  "account-taken": { account: string };
  /** One's own, or the last that could let anybody in again. */
  "account-kept": { account: string; why: "own" | "last-admin" };
  "not-allowed": { role: AccountRole; capability: Capability };
  /** A name at the city's sign-on that leads to another account already. */
  "sign-on-taken": { name: string };
  "wrong-wall-token": Record<string, never>;
  /** A wall is an account of the role for it; this name has another one. */
  "not-a-wall": { account: string };
  /** The server has no browser to take pictures with, and no wall watches that could. */
  "no-browser": Record<string, never>;
  /** Walls were asked for a picture, and none handed one in. */
  "no-wall-picture": Record<string, never>;
  "too-many-tries": { minutes: number };
  "read-only": { detail: string };
  "not-ready": { detail: string };
  "state-in-use": { folder: string; pid: number };
  /** A place that something is put into holds something already. */
  "not-empty": { what: string };
  "copy-differs": { table: string };
  "bad-backup": { file: string; problem: string };
  "unreadable-file": { file: string; seems: string };
  /** `at`: the element or block; `detail`: what it is instead. */
  "bad-extract": { file: string; at: string; problem: ExtractProblem; detail: string };
  "column-missing": { file: string; field: string; column: string; columns: readonly string[] };
  "bad-mapping": { file: string; path: string; problem: string };
  /** Variables of the environment that belong together, and of which some are given. */
  "sign-on-settings": { missing: readonly string[] };
  usage: { command: string; problem: string };
  internal: { requestId: string };
};
export type Refusal = keyof RefusalParams;

export const codeOfRefusal: Readonly<Record<Refusal, ErrorCode>> = {
  "unknown-parameter": "invalid",
  "repeated-parameter": "invalid",
  "bad-parameter": "invalid",
  "unknown-category": "invalid",
  "unknown-value": "invalid",
  "bad-body": "invalid",
  "body-not-json": "invalid",
  "not-found": "not-found",
  "unknown-report": "not-found",
  "answer-closed": "conflict",
  "no-such-route": "not-found",
  "time-in-future": "invalid",
  "closed-before-reported": "invalid",
  "wrong-state": "conflict",
  "case-state": "conflict",
  "case-barred": "forbidden",
  "case-input": "invalid",
  "zone-findings": "conflict",
  "bad-zone-change": "invalid",
  "stale-version": "conflict",
  "version-required": "precondition-required",
  "reused-client-id": "conflict",
  "position-off-map": "invalid",
  "body-too-large": "too-large",
  "too-many-pages": "invalid",
  "bad-photo": "invalid",
  "unknown-photo": "invalid",
  "photos-busy": "unavailable",
  "no-ad-rules": "conflict",
  "bad-ad-lock": "invalid",
  "ad-plans-busy": "unavailable",
  "ad-plan-not-done": "conflict",
  "version-taken": "conflict",
  "ad-plan-failed": "internal",
  "ad-plan-rejected": "internal",
  "unsupported-media-type": "unsupported-media-type",
  "cross-site": "forbidden",
  unauthorized: "unauthorized",
  "api-key": "forbidden",
  "wrong-sign-in": "unauthorized",
  "wrong-password": "invalid",
  "no-password": "conflict",
  "password-length": "invalid",
  "account-name": "invalid",
  "account-taken": "conflict",
  "account-kept": "conflict",
  "not-allowed": "forbidden",
  "sign-on-taken": "conflict",
  "wrong-wall-token": "unauthorized",
  "not-a-wall": "conflict",
  "no-browser": "conflict",
  "no-wall-picture": "unavailable",
  "too-many-tries": "too-many-requests",
  "read-only": "unavailable",
  "not-ready": "unavailable",
  "state-in-use": "conflict",
  "not-empty": "conflict",
  "copy-differs": "conflict",
  "bad-backup": "invalid",
  "unreadable-file": "invalid",
  "bad-extract": "invalid",
  "column-missing": "invalid",
  "bad-mapping": "invalid",
  "sign-on-settings": "invalid",
  usage: "invalid",
  internal: "internal",
};

/** A refusal with its facts; the sentence is made where it is shown, in the reader's language. */
export class DomainError<R extends Refusal = Refusal> extends Error {
  readonly code: ErrorCode;
  readonly reason: R;
  readonly params: RefusalParams[R];

  constructor(reason: R, params: RefusalParams[R]) {
    super(`${reason} ${JSON.stringify(params)}`);
    this.name = "DomainError";
    this.code = codeOfRefusal[reason];
    this.reason = reason;
    this.params = params;
  }
}
