import type { Generated } from "kysely";

/** Tables as Kysely sees them; times are epoch milliseconds, booleans 0/1, lists JSON text. */
export type Schema = {
  problem: {
    seq: number;
    id: string;
    client_id: string | null;
    version: number;
    category: string;
    lng: number | null;
    lat: number | null;
    reported_at: number;
    due_at: number | null;
    closings: string;
    source: string;
    state: string;
    description: string;
    address: string | null;
    asset_id: string | null;
    is_hard_deduction: number;
    assigned_unit_id: string | null;
    photos: string;
    place_id: number | null;
    is_place_pending: number;
  };
  place: {
    id: number;
    category: string;
    asset_id: string | null;
    first_x: number;
    first_y: number;
    anchor_x: number;
    anchor_y: number;
    reports: number;
  };
  bad_position: {
    lng_e7: number;
    lat_e7: number;
    since: number;
    addresses: number;
    reports: number;
  };
  duty: {
    id: string;
    role: string;
    person: string | null;
    unit_id: string | null;
    scope_type: string;
    scope_id: string;
    also_type: string | null;
    also_id: string | null;
    valid_from: number;
    valid_to: number | null;
    phone: string | null;
  };
  zone_version: {
    zone_id: string;
    valid_from: number;
    valid_to: number | null;
    position: number;
    name: string;
    level: string;
    parent_id: string | null;
    geometry: string;
  };
  prior: {
    category: string;
    alpha: number;
    beta_days: number;
    places: number;
    recurrences: number;
    kind: string;
    fitted_at: number;
  };
  summons_decision: {
    id: Generated<number>;
    place_id: number;
    decided_at: number;
    actor: string;
    decision: string;
    reason: string;
    k: number;
  };
  urge: {
    client_id: string;
    problem_id: string;
    person: string;
    note: string;
    at: number;
  };
  case_start: { problem_id: string; start: string };
  case_step: {
    number: Generated<number>;
    id: string;
    problem_id: string;
    act: string;
    from_state: string;
    to_state: string;
    at: number;
    account: string;
    actor_name: string;
    role: string;
    actor_unit_id: string | null;
    reason: string | null;
    note: string | null;
    photos: string;
    unit_id: string | null;
    order_number: string | null;
    requested_until: number | null;
    closed_at: number | null;
    merged_into: string | null;
    visit_id: string | null;
    visit_at: number | null;
    outcome: string | null;
    follow_up_id: string | null;
    clock: string;
  };
  work_order: {
    number: string;
    unit_id: string;
    issued_at: number;
    account: string;
    actor_name: string;
  };
  report_answer: {
    problem_id: string;
    at: number;
    is_satisfied: number;
    comment: string;
  };
  ad_record: {
    id: string;
    record: string;
    version: number;
    changed_at: number;
    account: string;
    actor_name: string;
  };
  ad_rule_set: {
    version: string;
    rules: string;
    saved_at: number;
    account: string;
    actor_name: string;
  };
  ad_plan: {
    id: string;
    name: string;
    made_at: number;
    account: string;
    actor_name: string;
    asked: string;
    figures: string;
    result: string;
  };
  audit: {
    id: Generated<number>;
    at: number;
    actor: string;
    action: string;
    entity: string;
    entity_id: string;
    before: string | null;
    after: string | null;
  };
  change_log: {
    id: Generated<number>;
    revision: number;
    problems: string;
    places: string;
    tables: string;
  };
  meta: { key: string; value: string };
};
