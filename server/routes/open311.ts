import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  Open311MadeList,
  Open311Requests,
  type Open311Service,
  type Open311ServiceDefinition,
  Open311Services,
} from "../../domain/contract/open311.ts";
import { DomainError } from "../../domain/errors.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import type { Access } from "../access/identity.ts";
import { anyViewerOf, viewerOf } from "../access/identity.ts";
import { seesProblem, sightOf } from "../access/sight-of.ts";
import { serialQueue } from "../city/serial-queue.ts";
import type { Deps } from "../deps.ts";
import { findRequests } from "../open311/find-requests.ts";
import { open311Answer } from "../open311/open311-answer.ts";
import {
  checkJurisdiction,
  formArguments,
  type Open311Arguments,
  queryArguments,
} from "../open311/open311-arguments.ts";
import { listOf, MOST_REQUESTS, open311Filter } from "../open311/open311-filter.ts";
import { open311Request } from "../open311/open311-request.ts";
import { isService, open311Services } from "../open311/open311-services.ts";
import { sentRequest } from "../open311/sent-request.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import { takeOpen311Request } from "../services/take-open311-request.ts";
import { documentedRoutes } from "./api.ts";
import { both, nameIn } from "./open311-formats.ts";

/** Open311 GeoReport v2 over our categories and reports. */
export function open311Routes({
  city,
  photos,
  publicUrl,
}: Pick<Deps, "city" | "photos" | "publicUrl">) {
  const { tree } = city.tables;
  const { isPublic } = city.pack.manifest.settings.open311;
  const inTurn = serialQueue();

  /** Requests as the one who asks may read them; anybody, where the city is open: masked, without photos. */
  async function shown(c: Context, problems: readonly StoredProblem[]) {
    const viewer = anyViewerOf(c);
    const base = publicUrl ?? new URL(c.req.url).origin;
    const reader = viewer
      ? { role: viewer.role, photoBase: base }
      : { role: "public" as const, photoBase: null };
    const ids = problems.map(({ id }) => id);
    const acts = ids.length === 0 ? new Map() : await city.storage.lastActs("problem", ids);
    return problems.map((problem) => open311Request(city, problem, reader, acts.get(problem.id)));
  }

  function sees(c: Context, problem: StoredProblem): boolean {
    const viewer = anyViewerOf(c);
    return viewer === null || seesProblem(city, viewer, problem);
  }

  function askedOf(c: Context): Open311Arguments {
    const sent = queryArguments(c);
    checkJurisdiction(city, sent);
    return sent;
  }

  function services(c: Context): Response {
    askedOf(c);
    return open311Answer(c, "services", open311Services(tree) satisfies Open311Service[]);
  }

  function definition(c: Context): Response {
    askedOf(c);
    const code = nameIn(c, "code");
    if (!tree.has(code) || !isService({ code: code as never })) {
      throw new DomainError("not-found", { what: "category", id: code });
    }
    const answer: Open311ServiceDefinition = { service_code: code, attributes: [] };
    return open311Answer(c, "service_definition", answer);
  }

  async function requests(c: Context): Promise<Response> {
    const sent = askedOf(c);
    const ids = listOf(sent.get("service_request_id"));
    if (ids.length > MOST_REQUESTS) throw tooMany(ids.length);
    const found = ids.length > 0 ? await byIds(c, ids) : await byFilter(c, sent);
    return open311Answer(c, "service_requests", await shown(c, found));
  }

  async function byIds(c: Context, ids: readonly string[]): Promise<StoredProblem[]> {
    const found = await city.storage.problemsById([...new Set(ids)]);
    return found.filter((problem) => sees(c, problem));
  }

  async function byFilter(c: Context, sent: Open311Arguments): Promise<StoredProblem[]> {
    const viewer = anyViewerOf(c);
    const sight = viewer && sightOf(city, viewer);
    return city.storage.problemsBySeq(await findRequests(city, sight, open311Filter(city, sent)));
  }

  async function request(c: Context): Promise<Response> {
    askedOf(c);
    const problem = await existing(c, nameIn(c, "id"));
    return open311Answer(c, "service_requests", await shown(c, [problem]));
  }

  /** Every report has its number at once, so a token is that number. */
  async function token(c: Context): Promise<Response> {
    askedOf(c);
    const { id } = await existing(c, nameIn(c, "token"));
    return open311Answer(c, "service_requests", [{ service_request_id: id, token: id }]);
  }

  async function existing(c: Context, id: string): Promise<StoredProblem> {
    const [problem] = await city.storage.problemsById([id]);
    if (problem && sees(c, problem)) return problem;
    throw new DomainError("not-found", { what: "problem", id });
  }

  async function report(c: Context): Promise<Response> {
    const sent = await formArguments(c);
    checkJurisdiction(city, sent);
    const { account } = viewerOf(c);
    const { photos: files, ...resent } = sentRequest(city, sent, account);
    const attach = () => checkedPhotos({ city, photos }, files);
    const { problem, isNew } = await inTurn(() =>
      takeOpen311Request({ city, actor: account }, resent, attach),
    );
    const made = { service_request_id: problem.id, service_notice: null, account_id: null };
    return open311Answer(c, "service_requests", [made], isNew ? 201 : 200);
  }

  const reading: Access = isPublic ? "open" : "see";
  return documentedRoutes([
    ...both(
      { method: "get", path: "/services", summary: "GET Service List", schema: Open311Services },
      services,
      "open",
    ),
    ...both(
      {
        method: "get",
        path: "/services/{code}",
        summary: "GET Service Definition: no service asks for more",
        schema: z.unknown(),
      },
      definition,
      "open",
    ),
    ...both(
      {
        method: "get",
        path: "/requests",
        summary: "GET Service Requests",
        description:
          "service_request_id, service_code, start_date, end_date, status; and beyond the specification bbox, page, " +
          "page_size, updated_after, updated_before. At most 90 days and 1000 requests, newest first.",
        schema: Open311Requests,
      },
      requests,
      reading,
    ),
    ...both(
      {
        method: "post",
        path: "/requests",
        summary: "POST Service Request",
        description:
          "A form. The same again within a day, or under the same client_id at any time, answers the same id.",
        schema: Open311MadeList,
      },
      report,
      "report",
    ),
    ...both(
      {
        method: "get",
        path: "/requests/{id}",
        summary: "GET Service Request",
        schema: Open311Requests,
      },
      request,
      reading,
    ),
    ...both(
      {
        method: "get",
        path: "/tokens/{token}",
        summary: "GET service_request_id from a token: the same number",
        schema: z.unknown(),
      },
      token,
      reading,
    ),
  ]);
}

function tooMany(count: number): DomainError {
  return new DomainError("bad-parameter", {
    name: "service_request_id",
    value: String(count),
    expected: `at most ${MOST_REQUESTS}`,
  });
}
