import { UnitId } from "../../../domain/ids.ts";
import type { ImplementingUnit } from "../../../domain/implementing-unit.ts";

/** A category line with the sub-headquarters that answers for it. */
export const categoryLines = [
  { category: "E01", name: "市容环境分指挥部" },
  { category: "E02", name: "宣传广告分指挥部" },
  { category: "E03", name: "工地管理分指挥部" },
  { category: "E04", name: "应急处置分指挥部" },
  { category: "E05", name: "街面秩序分指挥部" },
  { category: "P01", name: "公用设施分指挥部" },
  { category: "P02", name: "交通设施分指挥部" },
  { category: "P03", name: "环卫设施分指挥部" },
  { category: "P04", name: "园林绿化分指挥部" },
  { category: "P05", name: "公共服务分指挥部" },
] as const;

/** Bodies that carry out the work by area, with their zones. */
export const implementingBodies = [
  { id: "I01", name: "中心区实施主体", zones: ["Z05", "Z06", "Z08"] },
  { id: "I02", name: "城北区实施主体", zones: ["Z01", "Z02", "Z03"] },
  { id: "I03", name: "城南区实施主体", zones: ["Z09", "Z11", "Z12"] },
  { id: "I04", name: "高新区实施主体", zones: ["Z04", "Z07", "Z10"] },
] as const;

export const departmentNames = [
  "市委办公室",
  "市人大常委会办公室",
  "市政府办公室",
  "市政协办公室",
  "市纪委监委机关",
  "市委组织部",
  "市委宣传部",
  "市委统战部",
  "市委政法委",
  "市发展改革委",
  "市教育局",
  "市科技局",
  "市经济和信息化局",
  "市公安局",
  "市民政局",
  "市司法局",
  "市财政局",
  "市人力资源社会保障局",
  "市自然资源局",
  "市生态环境局",
  "市住房城乡建设局",
  "市城市管理局",
  "市交通运输局",
  "市水利局",
  "市农业农村局",
  "市商务局",
  "市文化旅游局",
  "市卫生健康委",
  "市退役军人局",
  "市应急管理局",
  "市审计局",
  "市市场监管局",
  "市统计局",
  "市医保局",
  "市园林绿化中心",
  "市总工会",
  "团市委",
  "市妇联",
  "市科协",
  "市税务局",
] as const;

/** Crews that put up and mend things; ads are in their hands. */
export const crewNames = [
  "市政管养所 01",
  "市政管养所 02",
  "园林管养所 01",
  "园林管养所 02",
  "环卫作业所 01",
  "环卫作业所 02",
  "公交设施公司",
  "户外广告管理所",
] as const;

const HEADQUARTERS = "U00";

/** Parents come before their children. */
export function makeUnits(zones: readonly { id: string; name: string }[]): ImplementingUnit[] {
  const unit = (id: string, name: string, kind: string, parentId: string | null) => ({
    id: UnitId.parse(id),
    name,
    kind,
    parentId: parentId === null ? null : UnitId.parse(parentId),
  });
  return [
    unit(HEADQUARTERS, "云泽市创建文明城市总指挥部", "headquarters", null),
    ...categoryLines.map(({ name }, i) => unit(subId(i), name, "sub-headquarters", HEADQUARTERS)),
    ...implementingBodies.map(({ id, name }) => unit(id, name, "implementing-body", HEADQUARTERS)),
    ...zones.map(({ id, name }) =>
      unit(streetOfficeOf(id), `${name.replace("片区", "")}街道`, "street", bodyOf(id)),
    ),
    ...departmentNames.map((name, i) => unit(departmentId(i), name, "department", HEADQUARTERS)),
    ...crewNames.map((name, i) => unit(crewId(i), name, "crew", departmentId(21))),
    unit("R01", "市公路事业发展中心", "department", HEADQUARTERS),
  ];
}

export function subId(line: number): string {
  return `S${String(line + 1).padStart(2, "0")}`;
}

export function departmentId(i: number): string {
  return `B${String(i + 1).padStart(2, "0")}`;
}

export function crewId(i: number): string {
  return `C${String(i + 1).padStart(2, "0")}`;
}

export function streetOfficeOf(zoneId: string): string {
  return `J${zoneId.slice(1, 3)}`;
}

export function bodyOf(zoneId: string): string {
  const zone = zoneId.slice(0, 3);
  return implementingBodies.find(({ zones }) => (zones as readonly string[]).includes(zone))!.id;
}
