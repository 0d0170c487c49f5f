import { ApiError } from "../api/http.ts";
import { sendOwnReport, sendPublicReport } from "../api/report-queries.ts";
import type { QueuedReport } from "../api/report-store.ts";
import { uploadPhoto } from "../api/upload-photo.ts";
import type { ReportSender } from "./report-queue.ts";

/** A report that waited no longer than this was made now: clocks of phones differ by as much. */
const WAITED_MS = 60_000;

export const reportSender: ReportSender = {
  async upload(blob, door) {
    return (await uploadPhoto(blob, door)).file;
  },
  async send(report, files) {
    const { clientId, categoryName } = report;
    const made =
      report.door === "public"
        ? await sendPublicReport(commonOf(report, files))
        : await sendOwn(report, files);
    return { ...made, clientId, categoryName };
  },
};

/** An account's report says when it was made; where the phone's clock is wrong, it was made when it arrives. */
async function sendOwn(report: QueuedReport, files: readonly string[]) {
  const body = { ...commonOf(report, files), source: report.source ?? "inspection" };
  const hasWaited = Date.now() - report.writtenAt > WAITED_MS;
  if (!hasWaited) return sendOwnReport(body);
  try {
    return await sendOwnReport({ ...body, reportedAt: new Date(report.writtenAt).toISOString() });
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== "time-in-future") throw error;
    return sendOwnReport(body);
  }
}

function commonOf(report: QueuedReport, files: readonly string[]) {
  const { clientId, category, position, address, description } = report;
  return {
    clientId,
    category,
    position: position && ([position[0], position[1]] as [number, number]),
    ...(address !== "" && { address }),
    ...(description !== "" && { description }),
    photos: [...files],
  };
}
