import type { DutyEntry, Ledger, ReportEntry, UrgeEntry } from "./ledger.ts";
import { sendJson } from "./send-json.ts";

/**
 * What a restarted server lacks of what was acknowledged, in words. Writes whose answer never came are sent again, so that
 * the ledger is certain afterwards: each must then be there once.
 */
export async function checkLedger(url: string, ledger: Ledger, since: Since): Promise<string[]> {
  const checks = [
    ...ledger.reports.slice(since.reports).map((entry) => () => checkReport(url, entry)),
    ...ledger.urges.slice(since.urges).map((entry) => () => checkUrge(url, entry)),
    () => checkDuties(url, ledger.duties),
  ];
  const lost: string[] = [];
  for (let at = 0; at < checks.length; at += AT_ONCE) {
    const some = checks.slice(at, at + AT_ONCE);
    lost.push(...(await Promise.all(some.map((check) => check()))).flat());
  }
  return lost;
}

const AT_ONCE = 8;

/** How much of the ledger was checked before. */
export type Since = { readonly reports: number; readonly urges: number };

async function checkReport(url: string, entry: ReportEntry): Promise<string[]> {
  const again = await sendJson(url, "POST", "/api/problems", entry.body);
  if (again === null) return [`${entry.clientId}: no answer`];
  const { id, version } = again.body.properties ?? {};
  if (entry.id !== null && (again.status !== 200 || id !== entry.id)) {
    return [`${entry.clientId}: was ${entry.id}, sent again ${again.status} ${id}`];
  }
  const highest = entry.isInDoubt ? entry.version + 1 : entry.version;
  if (entry.id !== null && (version < entry.version || version > highest)) {
    return [`${entry.id}: version ${version}, acknowledged ${entry.version}`];
  }
  const history = await sendJson(url, "GET", `/api/problems/${id}/history`, undefined);
  const acts = history?.body.entries?.length;
  if (acts !== version) return [`${id}: version ${version} with ${acts} audit rows`];
  const { body: found } = (await sendJson(url, "GET", `/api/problems/${id}/case`, undefined)) ?? {};
  const moves: { action: string }[] = history?.body.entries ?? [];
  const wanted = moves.filter(({ action }) => action === "close" || action === "reopen").length;
  if (found?.steps?.length !== wanted || found.state !== again.body.properties.state) {
    return [`${id}: ${wanted} moves with ${found?.steps?.length} steps, ${found?.state}`];
  }
  Object.assign(entry, { id, version, isInDoubt: false });
  return [];
}

async function checkUrge(url: string, entry: UrgeEntry): Promise<string[]> {
  const path = `/api/problems/${entry.problemId}/urge`;
  const again = await sendJson(url, "POST", path, entry.body);
  const isThere = again?.status === 200 || (again?.status === 201 && !entry.isAcknowledged);
  if (!isThere) return [`${entry.clientId}: sent again ${again?.status}`];
  entry.isAcknowledged = true;
  return [];
}

async function checkDuties(url: string, duties: readonly DutyEntry[]): Promise<string[]> {
  const answer = await sendJson(url, "GET", "/api/duties?on=all&geometry=none", undefined);
  const features: { id: string; properties: { person: string } }[] = answer?.body.features ?? [];
  const idOf = new Map(features.map(({ id, properties }) => [properties.person, id]));
  return duties.flatMap((entry) => {
    const found = idOf.get(entry.person) ?? null;
    if (entry.id !== null && found !== entry.id) return [`duty of ${entry.person}: ${found}`];
    entry.id = found;
    return [];
  });
}
