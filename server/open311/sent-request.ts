import { createHash } from "node:crypto";
import type { NewProblemBody } from "../../domain/contract/problems.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { lineMiddle } from "../../domain/spatial/line-middle.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import { checkedCategory } from "../services/checked-input.ts";
import type { Open311Arguments } from "./open311-arguments.ts";

const MOST_DESCRIPTION = 4000;
const MOST_ADDRESS = 300;
const MOST_CLIENT_ID = 60;
/** What a report is the same by. Whoever sends it, and with which device, is not asked and not kept. */
const TOLD = [
  "service_code",
  "lat",
  "long",
  "address_string",
  "address_id",
  "description",
] as const;

export type SentRequest = {
  /** Without its key. */
  readonly body: Omit<NewProblemBody, "clientId">;
  /** Files of ours that it names. */
  readonly photos: readonly string[];
  /** Keys of its own under which the same report may have been made before, the first for one that is new. */
  readonly clientIds: readonly string[];
};

/** A report as another system sends it. Throws for what is missing, unknown or no place. */
export function sentRequest(city: City, sent: Open311Arguments, account: string): SentRequest {
  const code = sent.get("service_code");
  if (code === undefined) throw badParameter("service_code", "", "a code of services.xml");
  const address = within("address_string", sent.get("address_string"), MOST_ADDRESS);
  const placed = placeOf(city, sent);
  if (placed === null && address === undefined) {
    throw badParameter("lat", "", "lat and long, address_string or address_id");
  }
  const { file, told } = mediaOf(sent.get("media_url"));
  const description = [sent.get("description"), told].filter((each) => each !== undefined);
  const { settings } = city.pack.manifest;
  const { sources } = city.tables;
  return {
    body: {
      category: checkedCategory(city, code),
      position: placed && [...placed.position],
      source: sources.find((each) => each === settings.open311.source) ?? sources[0] ?? "",
      description: within("description", description.join("\n"), MOST_DESCRIPTION) ?? "",
      ...(address !== undefined && { address }),
      ...(address === undefined && placed?.name != null && { address: placed.name }),
    },
    photos: file === null ? [] : [file],
    clientIds: clientIdsOf(city, sent, account),
  };
}

function within(name: string, text: string | undefined, most: number): string | undefined {
  if (text === undefined || text.length <= most) return text;
  throw badParameter(name, text, `at most ${most} characters`);
}

type Placed = {
  readonly position: readonly [lng: number, lat: number];
  readonly name: string | null;
};

/** By degrees, else the middle of the road section that `address_id` names, as its board does; null: by neither. */
function placeOf(city: City, sent: Open311Arguments): Placed | null {
  const [lat, lng] = [sent.get("lat"), sent.get("long")];
  if (lat !== undefined || lng !== undefined) {
    return { position: [degrees("long", lng, 180), degrees("lat", lat, 90)], name: null };
  }
  const id = sent.get("address_id");
  if (id === undefined) return null;
  const section = city.pack.roads.find((road) => road.id === id);
  if (!section) throw new DomainError("not-found", { what: "section", id });
  const [x, y] = lineMiddle(section.geometry);
  return { position: [x, y], name: `${section.name ?? ""} ${id}`.trim() };
}

function degrees(name: string, text: string | undefined, limit: number): number {
  const value = text === undefined ? Number.NaN : Number(text);
  if (Math.abs(value) <= limit) return value;
  throw badParameter(name, text ?? "", `degrees between -${limit} and ${limit}`);
}

/** A picture that was uploaded here is attached. Nothing is fetched from elsewhere: the address is kept in words. */
function mediaOf(url: string | undefined): {
  readonly file: string | null;
  readonly told?: string;
} {
  if (url === undefined) return { file: null };
  const [, file] = /(?:^|\/api\/photos\/)([0-9a-f]{24}\.jpg)$/.exec(url) ?? [];
  return file === undefined ? { file: null, told: `media_url: ${url}` } : { file };
}

/**
 * The sender's own `client_id`, for good; else what the report says, for a day: the same words a month later are another
 * report. Days are counted from anywhere, so that of the day before is asked for as well.
 */
function clientIdsOf(city: City, sent: Open311Arguments, account: string): string[] {
  const own = within("client_id", sent.get("client_id"), MOST_CLIENT_ID);
  if (own !== undefined) return [`open311:${account}:${own}`];
  const told = [account, ...[...TOLD, "media_url"].map((name) => sent.get(name) ?? "")];
  const hash = createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 32);
  const day = Math.floor(city.now() / DAY_MS);
  return [day, day - 1].map((each) => `open311:${hash}:${each}`);
}
