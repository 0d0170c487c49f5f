import fc from "fast-check";
import { tinyCity } from "../tiny-pack.ts";
import { hostileText } from "./hostile-values.ts";

const instants = [
  "2026-01-05",
  "2026-03-01",
  "2026-05-01T08:00:00+08:00",
  "2026-06-30T00:00:00Z",
  "1970-01-01",
  "9999-12-31",
];

const ids = [...tinyCity.problemIds, ...tinyCity.zoneIds, ...tinyCity.sectionIds, "0", "1", "7"];

/** Words the city knows, by the name of the parameter or property that takes them. */
const words: Readonly<Record<string, readonly string[]>> = {
  account: ["demo-operator", "demo-leader", "demo-screen", "somebody"],
  address: ["解放大道 1 号"],
  asOf: instants,
  at: instants,
  bbox: ["114.3,30.6,114.34,30.61", "-180,-90,180,90", "1,2,3", "114.34,30.6,114.3,30.61"],
  block: [...tinyCity.unitIds, "none"],
  category: [...tinyCity.categories, "E01", "E01,E05"],
  class: ["chronic", "recurring", "arterial"],
  clientId: Array.from({ length: 500 }, (_, i) => `c${i}`),
  colour: ["lead", "line", "block"],
  description: ["路边垃圾", "=1+1"],
  days: ["1", "30", "800", "801"],
  file: ["a.jpg", "../pack.json", "..%2fcity.db", "auth.db"],
  from: instants,
  geometry: ["full", "none"],
  id: ids,
  lang: ["zh", "en"],
  lat: ["30.605", "91", "1e400"],
  limit: ["1", "100", "1000", "0", "-1"],
  line: [...tinyCity.unitIds, "none"],
  lng: ["114.305", "-181", "0x10"],
  on: [...instants, "all"],
  orientation: ["portrait", "landscape"],
  person: [...tinyCity.people, "nobody"],
  preview: ["0", "1"],
  q: ["和平", "片区", "Q1", "%", "_"],
  radius: ["40", "60", "0", "1e9"],
  name: ["东片区", "王工"],
  note: ["请尽快"],
  password: ["a long enough password 9", "x"],
  reason: ["重复上报", ""],
  reportedAt: instants.slice(0, 4),
  res: ["8", "9", "15"],
  role: ["zone-lead", "section-chief", "implementing-unit"],
  size: ["A4", "A3", "A0", "300x400"],
  sort: ["-reportedAt", "reportedAt", "dueAt"],
  source: ["hotline", "video", "hotline,video"],
  status: ["open", "closed", "overdue"],
  template: ["0", "1"],
  theme: ["day", "night"],
  to: instants,
  type: ["zone", "section", "river", "category", "city"],
  unit: tinyCity.unitIds,
  unitId: tinyCity.unitIds,
  week: ["2026-W05", "2026-W53", "2026-02-02"],
  x: ["0", "1", "13397", "-1", "999999999"],
  y: ["0", "1", "6712", "2.5"],
  z: ["0", "1", "14", "22", "30"],
  zone: [...tinyCity.zoneIds, "Z101"],
};

/** Mostly a word that the city knows, now and then a hostile one. */
export function knownText(name: string): fc.Arbitrary<string> {
  const known = Object.hasOwn(words, name) ? words[name] : undefined;
  const usual = known ? fc.constantFrom(...known) : fc.string({ maxLength: 12 });
  return fc.oneof({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: hostileText });
}
