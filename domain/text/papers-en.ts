import type { PapersText } from "./papers-zh-cn.ts";

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

export const papersEn: PapersText = {
  sign: {
    cityLine: (city) => `${city}, civilised city by grid governance`,
    titles: {
      section: "Who answers for this road",
      zone: "Who answers for this zone",
      community: "Who answers for this community",
      cell: "Who answers for this cell",
    },
    unnamedRoad: "Unnamed road",
    number: (id) => `No. ${id}`,
    ends: { junction: "junction", continues: "same road", "dead-end": "dead end" },
    length: (metres) =>
      metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`,
    area: (m2) =>
      m2 < 100_000 ? `${(m2 / 10_000).toFixed(2)} ha` : `${(m2 / 1e6).toFixed(2)} km²`,
    holds: (communities, cells, sections) =>
      [
        communities > 0 ? plural(communities, "community", "communities") : "",
        cells > 0 ? plural(cells, "cell") : "",
        plural(sections, "road section"),
      ]
        .filter((part) => part !== "")
        .join(", "),
    nobody: "To be named",
    separator: ", ",
    andMore: (count) => `and others, ${count} in all`,
    workers: (count) => plural(count, "person", "people"),
    phone: "Supervision",
    noPhone: (line) => `Call ${line}`,
    duties: "Duties",
    responsibilities: {
      section: [
        "Walk the road, green and fixtures every day",
        "Stop street stalls, stray parking and posters",
        "Find the cause of what keeps coming back",
        "Keep public-interest ads whole and legible",
        "Settle what people report in time and reply",
      ],
      zone: [
        "Lead the work of this zone from day to day",
        "Bring streets, bureaus and partners together",
        "Find the cause of what keeps coming back",
        "Press on with whatever is overdue",
        "Settle what people report in time and reply",
      ],
      community: [
        "Walk lanes, yards and fixtures every day",
        "Settle what can be settled, pass on the rest",
        "Find the cause of what keeps coming back",
        "Make the rules known and hear residents",
        "Settle what people report in time and reply",
      ],
    },
    mapCaption: {
      section: "The thick line is this section",
      zone: "The thick line bounds this zone",
      community: "The thick line bounds this community",
      cell: "The thick line bounds this cell",
    },
    scan: {
      section: "Scan to report a problem here",
      zone: "Scan to report a problem here",
      community: "Scan to report a problem here",
      cell: "Scan to report a problem here",
    },
    scanDetail: "Its number and place go along by themselves",
    call: (line) => `or call ${line}`,
    fileName: (name, id, size) => `sign-${name}-${id}-${size}.pdf`,
    batchName: (zone, size) => `signs-${zone}-all-${size}.pdf`,
  },
  wall: {
    title: (name) => `${name}: grid operations map`,
    asOf: (time) => `As of ${time}`,
    area: "Area",
    open: "Open",
    overdue: "Overdue",
    sum: "Sum",
    nowhere: "In no area",
    moreAreas: (count) => `${plural(count, "more area")} not listed`,
    legend: "Legend",
    fills: {
      none: "",
      lead: "Fill: person",
      unit: "Fill: unit",
      workload: "Fill: open problems per km²",
    },
    seeTable: "Colours as beside the names in the table; neighbours differ",
    problems: "Problems",
    ring: "Number of problems; blue open in time, orange overdue",
    single: "One open",
    singleOverdue: "One overdue",
    total: (open, overdue) => `${open} open on this map, ${overdue} of them overdue`,
    outside: (count) => `${count} more beyond the sheet`,
    lines: "Borders and roads",
    borders: { zone: "Zone", community: "Community", cell: "Cell" },
    arterial: "Main road",
    secondary: "Secondary road",
    branch: "Branch road, lane",
    projection: "Equirectangular about the centre of the sheet, WGS 84, north up",
    scale: (denominator) => `1:${denominator}`,
    fileName: (name, size) => `map-${name}-${size}.pdf`,
  },
  roles: {
    "zone-lead": "Zone lead",
    "section-chief": "Section chief",
    "river-chief": "River chief",
    "partner-unit": "Partner unit",
    "sub-headquarters": "Sub-headquarters",
    "implementing-unit": "Implementing unit",
    "grid-worker": "Grid worker",
  },
  classes: {
    arterial: "Main road",
    secondary: "Secondary road",
    branch: "Branch road",
    lane: "Back lane",
    none: "Other road",
  },
  north: "N",
  demo: "Demo data",
};
