import { z } from "zod";
import { DAY_MS } from "../time.ts";
import { type AlertRule, alertKinds } from "./alert-rule.ts";

const Spot = z.tuple([z.number(), z.number()]).readonly();

/** One call for attention, as it is kept. Times are epoch ms. */
export const Alert = z.object({
  id: z.string(),
  rule: z.string(),
  kind: z.enum(alertKinds),
  name: z.string(),
  raisedAt: z.number(),
  acknowledgedAt: z.number().nullable(),
  acknowledgedBy: z.string().nullable(),
  endedAt: z.number().nullable(),
  /** It ends by itself then; null: when its rule says so. */
  endsAt: z.number().nullable(),
  count: z.number(),
  limit: z.number().nullable(),
  problems: z.array(z.string()),
  places: z.array(z.string()),
  at: Spot.nullable(),
});
export type Alert = z.infer<typeof Alert>;

/**
 * All there is to remember: the alerts, oldest first, what was the cause of one until when, null: while it lasts, and what
 * each rule looked at when it found those, which books of before do not say.
 */
export const AlertBook = z.object({
  alerts: z.array(Alert),
  causes: z.record(z.string(), z.number().nullable()),
  subjects: z.record(z.string(), z.string()).default({}),
});
export type AlertBook = z.infer<typeof AlertBook>;

export const emptyBook: AlertBook = { alerts: [], causes: {}, subjects: {} };

type FoundPlace = { readonly id: string; readonly at: readonly [number, number] | null };
type FoundDeadline = FoundPlace & { readonly dueAt: number };

/** What a rule's look at the city found. */
export type Finding =
  | { readonly kind: "overdue-count"; readonly count: number }
  | { readonly kind: "surge"; readonly count: number; readonly usual: number }
  | { readonly kind: "place-intensifying"; readonly turned: readonly FoundPlace[] }
  | { readonly kind: "deadline"; readonly due: readonly FoundDeadline[] };

const ALERTS_KEPT = 200;
const CAUSES_KEPT = 5000;
const LISTED = 20;
/** A place that turned is news for a day, and not again for a week. */
const TURNED_MS = DAY_MS;
const TURN_REMEMBERED_MS = 7 * DAY_MS;
/** A count that calms down to this share of its limit may call again. */
const CALM_SHARE = 0.95;
const CALM_SURGE_SHARE = 0.7;

/**
 * The book after a look: new causes make an alert, or add to the one of their rule that nobody has acknowledged; one whose
 * cause is over ends. The very same book where nothing changed. Rules without a finding stay as they are, but one that looks
 * at something else than before begins anew.
 */
export function takeFindings(
  book: AlertBook,
  rules: readonly AlertRule[],
  findings: ReadonlyMap<string, Finding>,
  now: number,
): AlertBook {
  const { alerts, causes } = book;
  const draft = { alerts: [...alerts], causes: { ...causes }, isChanged: false };
  const standing = rules.filter(({ isOn }) => isOn);
  for (const rule of standing) {
    endOthers(draft, rule, book.subjects[rule.id], now);
    const finding = findings.get(rule.id);
    if (finding?.kind === rule.kind) judge(draft, rule, finding, now);
  }
  endOld(draft, new Set(standing.map(({ id }) => id)), now);
  if (!draft.isChanged) return book;
  return {
    alerts: keptAlerts(draft.alerts),
    causes: keptCauses(draft.causes, now),
    subjects: Object.fromEntries(standing.map((rule) => [rule.id, subjectOf(rule)])),
  };
}

/** The book with one alert acknowledged; the very same where it is already, null where it is unknown. */
export function acknowledge(
  book: AlertBook,
  id: string,
  by: string,
  now: number,
): AlertBook | null {
  const found = book.alerts.find((alert) => alert.id === id);
  if (!found) return null;
  if (found.acknowledgedAt !== null) return book;
  const done = { ...found, acknowledgedAt: now, acknowledgedBy: by };
  return { ...book, alerts: book.alerts.map((alert) => (alert === found ? done : alert)) };
}

/** Whether it calls: nobody has seen it, and it is not over. */
const isOpen = ({ acknowledgedAt, endedAt }: Alert) => acknowledgedAt === null && endedAt === null;

type Draft = { alerts: Alert[]; causes: Record<string, number | null>; isChanged: boolean };

function judge(draft: Draft, rule: AlertRule, finding: Finding, now: number): void {
  switch (finding.kind) {
    case "overdue-count": {
      if (rule.kind !== "overdue-count") return;
      const calm = Math.floor(rule.above * CALM_SHARE);
      const state = { count: finding.count, isOver: finding.count > rule.above, calm };
      judgeCount(draft, rule, { ...state, limit: rule.above }, now);
      return;
    }
    case "surge": {
      if (rule.kind !== "surge") return;
      const limit = Math.max(rule.least, rule.factor * finding.usual);
      const { count, usual } = finding;
      const state = { count, isOver: count >= limit, calm: limit * CALM_SURGE_SHARE };
      judgeCount(draft, rule, { ...state, limit: usual }, now);
      return;
    }
    case "place-intensifying": {
      const until = now + TURN_REMEMBERED_MS;
      const fresh = finding.turned.filter(({ id }) =>
        isNew(draft, causeOf(rule, `place/${id}`), until, now),
      );
      const places = fresh.map(({ id }) => id);
      raise(draft, rule, { problems: [], places, at: fresh[0]?.at, endsAt: now + TURNED_MS }, now);
      return;
    }
    case "deadline": {
      if (rule.kind !== "deadline") return;
      keepWhatIsDue(draft, rule, finding.due, now);
      const fresh = finding.due.filter(({ id, dueAt }) =>
        isNew(draft, causeOf(rule, `problem/${id}/${dueAt}`), dueAt + DAY_MS, now),
      );
      const problems = fresh.map(({ id }) => id);
      const endsAt = fresh.reduce((last, { dueAt }) => Math.max(last, dueAt), now);
      const limit = rule.withinMinutes;
      raise(draft, rule, { problems, places: [], at: fresh[0]?.at, endsAt, limit }, now);
      return;
    }
  }
}

/** Without what was closed, put off or ran out meanwhile; of more reports than are listed nobody knows which those are. */
function keepWhatIsDue(
  draft: Draft,
  rule: AlertRule,
  due: readonly FoundDeadline[],
  now: number,
): void {
  const spots = new Map(due.map(({ id, at }) => [id, at]));
  draft.alerts = draft.alerts.map((alert) => {
    const isOfRule = alert.rule === rule.id && isOpen(alert);
    if (!isOfRule || alert.count > alert.problems.length) return alert;
    const problems = alert.problems.filter((id) => spots.has(id));
    if (problems.length === alert.problems.length) return alert;
    draft.isChanged = true;
    const [first] = problems;
    if (first === undefined) return { ...alert, endedAt: now };
    return { ...alert, problems, count: problems.length, at: spots.get(first) ?? null };
  });
}

type CountState = {
  readonly count: number;
  readonly isOver: boolean;
  /** At or below this the condition is over. */
  readonly calm: number;
  readonly limit: number;
};

function judgeCount(
  draft: Draft,
  rule: AlertRule,
  { count, isOver, calm, limit }: CountState,
  now: number,
): void {
  const cause = causeOf(rule, "");
  const isStanding = cause in draft.causes;
  if (isStanding && count <= calm) {
    delete draft.causes[cause];
    draft.isChanged = true;
    draft.alerts = draft.alerts.map((alert) =>
      alert.rule === rule.id && alert.endedAt === null ? { ...alert, endedAt: now } : alert,
    );
  }
  if (isStanding || !isOver) return;
  draft.causes[cause] = null;
  draft.isChanged = true;
  draft.alerts.push({ ...blank(rule, now), count, limit });
}

/** Notes a cause; whether it was not known. */
function isNew(draft: Draft, cause: string, until: number, now: number): boolean {
  const known = draft.causes[cause];
  if (known === null || (known !== undefined && known > now)) return false;
  draft.causes[cause] = until;
  return true;
}

type Raised = Pick<Alert, "problems" | "places"> & {
  readonly at: Alert["at"] | undefined;
  readonly endsAt: number;
  readonly limit?: number;
};

function raise(draft: Draft, rule: AlertRule, raised: Raised, now: number): void {
  const count = raised.problems.length + raised.places.length;
  if (count === 0) return;
  draft.isChanged = true;
  const open = draft.alerts.find((alert) => alert.rule === rule.id && isOpen(alert));
  const before = open ?? { ...blank(rule, now), at: raised.at ?? null };
  const after = {
    ...before,
    count: before.count + count,
    problems: [...before.problems, ...raised.problems].slice(0, LISTED),
    places: [...before.places, ...raised.places].slice(0, LISTED),
    endsAt: Math.max(before.endsAt ?? 0, raised.endsAt),
    limit: raised.limit ?? null,
  };
  draft.alerts = open
    ? draft.alerts.map((alert) => (alert === open ? after : alert))
    : [...draft.alerts, after];
}

/** What a rule called while it was of another kind or filter, and the causes of that. A book of before says kinds alone. */
function endOthers(draft: Draft, rule: AlertRule, before: string | undefined, now: number): void {
  if (before === subjectOf(rule)) return;
  const standing = draft.alerts.filter((alert) => alert.rule === rule.id && alert.endedAt === null);
  const causes = Object.keys(draft.causes).filter((cause) => cause.startsWith(causeOf(rule, "")));
  if (standing.length + causes.length === 0) return;
  draft.isChanged = true;
  const isOwn = ({ kind }: Alert) => before === undefined && kind === rule.kind;
  const others = new Set(standing.filter((alert) => !isOwn(alert)));
  draft.alerts = draft.alerts.map((alert) =>
    others.has(alert) ? { ...alert, endedAt: now } : alert,
  );
  const areOwn = before === undefined && (standing.length === 0 || standing.some(isOwn));
  if (!areOwn) for (const cause of causes) delete draft.causes[cause];
}

/** What has run its time, and what a rule called that is no more. */
function endOld(draft: Draft, standing: ReadonlySet<string>, now: number): void {
  draft.alerts = draft.alerts.map((alert) => {
    const isOver = alert.endsAt !== null && alert.endsAt <= now;
    if (alert.endedAt !== null || (standing.has(alert.rule) && !isOver)) return alert;
    draft.isChanged = true;
    return { ...alert, endedAt: now };
  });
  for (const cause of Object.keys(draft.causes)) {
    if (standing.has(cause.slice(0, cause.indexOf("/")))) continue;
    delete draft.causes[cause];
    draft.isChanged = true;
  }
}

/** Without the oldest of too many; what calls stays, which is one alert a rule at most. */
function keptAlerts(alerts: readonly Alert[]): Alert[] {
  const over = Math.max(0, alerts.length - ALERTS_KEPT);
  const dropped = new Set(alerts.filter((alert) => !isOpen(alert)).slice(0, over));
  return alerts.filter((alert) => !dropped.has(alert));
}

/** Without what is forgotten by now; of too many those that are remembered longest. */
function keptCauses(causes: AlertBook["causes"], now: number): AlertBook["causes"] {
  const untilOf = (until: number | null) => until ?? Number.POSITIVE_INFINITY;
  const kept = Object.entries(causes)
    .filter(([, until]) => untilOf(until) > now)
    .sort(([, a], [, b]) => untilOf(b) - untilOf(a));
  return Object.fromEntries(kept.slice(0, CAUSES_KEPT));
}

/** Of what a rule counts: another kind or filter finds other causes. */
const subjectOf = ({ kind, filter = {} }: AlertRule) =>
  JSON.stringify([kind, ...Object.entries(filter).sort()]);

const causeOf = (rule: AlertRule, what: string) => `${rule.id}/${what}`;

function blank(rule: AlertRule, now: number): Alert {
  return {
    id: `${rule.id}-${now.toString(36)}`,
    rule: rule.id,
    kind: rule.kind,
    name: rule.name,
    raisedAt: now,
    acknowledgedAt: null,
    acknowledgedBy: null,
    endedAt: null,
    endsAt: null,
    count: 0,
    limit: null,
    problems: [],
    places: [],
    at: null,
  };
}
