import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { evaluatePlacing, meanOf } from "../../scripts/evaluate-recurrence/evaluate.ts";
import { published } from "../../scripts/evaluate-recurrence/published-figures.ts";
import { readStreetReports } from "../../scripts/evaluate-recurrence/read-reports.ts";
import { placings } from "../../scripts/evaluate-recurrence/street-places.ts";
import { publicData } from "../support/foreign-file.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const HEADER = "CASE_ENQUIRY_ID,OPEN_DT,CLOSED_DT,TYPE,Property_ID,LATITUDE,LONGITUDE";
const TOLERANCE_POINTS = 1.5;
const scratch = scratchFolder();
const boston = publicData("boston-311-2015.csv.gz");

test("only street problems with a property and a real position are read, clock times as UTC", async () => {
  const lines = [
    HEADER,
    "1,01/31/2015 12:20:09 AM,01/31/2015 12:05:00 PM,Graffiti Removal,7.0,42.3474,-71.0944",
    "2,01/31/2015 01:00:00 PM,,Graffiti Removal,7.0,42.3594,-71.0587",
    "3,01/31/2015 01:00:00 PM,,Graffiti Removal,,42.3474,-71.0944",
    "4,01/31/2015 01:00:00 PM,,News Boxes,7.0,42.3474,-71.0944",
    "5,02/01/2015 01:00:00 PM,,Street Light Outages,8.0,42.3475,-71.0944",
  ];
  const path = await scratch.file("reports.csv.gz", gzipSync(`${lines.join("\r\n")}\r\n`));
  const { types, reports, leftOut } = await readStreetReports(path);
  expect(types).toEqual(["Graffiti Removal", "Street Light Outages"]);
  expect(leftOut).toEqual({ defaultPosition: 1, noProperty: 1, otherType: 1 });
  expect(reports).toHaveLength(2);
  expect(reports[0]).toEqual({
    category: 0,
    propertyId: "7.0",
    lng: -71.0944,
    lat: 42.3474,
    reportedAt: Date.parse("2015-01-31T00:20:09Z"),
    closedAt: Date.parse("2015-01-31T12:05:00Z"),
  });
  expect(reports[1]).toMatchObject({ category: 1, closedAt: null });
});

test("a file that lacks columns is refused with their names", async () => {
  const path = await scratch.file("short.csv.gz", gzipSync("OPEN_DT,CLOSED_DT,TYPE\n"));
  await expect(readStreetReports(path)).rejects.toThrow(
    "The file lacks Property_ID, LATITUDE, LONGITUDE",
  );
});

test("on Boston's year the rankings and classes foretell returns as RECURRENCE §5 says", {
  timeout: 120_000,
}, async ({ skip }) => {
  if (boston === null) return skip("boston-311-2015.csv.gz is not beside the project");
  const { reports } = await readStreetReports(boston);
  expect(reports).toHaveLength(76_818);
  for (const placing of placings) {
    const { precision, byClass } = evaluatePlacing(reports, placing);
    for (const { name, byDate } of precision) {
      const difference = 100 * meanOf(byDate) - (published.precision[placing][name] ?? 0);
      expect(Math.abs(difference), `${placing}, ${name}`).toBeLessThan(TOLERANCE_POINTS);
    }
    if (placing !== "anchor") continue;
    for (const { group, places, returned } of byClass) {
      const difference = (100 * returned) / places - published.byClass[group];
      expect(Math.abs(difference), group).toBeLessThan(TOLERANCE_POINTS);
    }
  }
});
