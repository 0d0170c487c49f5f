import type { OrderPaperKind } from "../order-paper.ts";

/** What stands on a 交办单 and on a 督查通知书. */
export const orderZhCn = {
  office: (city: string) => `${city}创建全国文明城市指挥部`,
  marks: {
    order: (city: string) => `${city}创交`,
    notice: (city: string) => `${city}创督`,
  } satisfies Record<OrderPaperKind, (city: string) => string>,
  titles: { order: "交办单", notice: "督查通知书" } satisfies Record<OrderPaperKind, string>,
  /** Between the characters of a title. */
  titleGap: "　",
  demo: "演示数据",
  to: (unit: string) => `${unit}：`,
  indent: "　　",
  day: (iso: string) =>
    `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`,
  minute: (iso: string) =>
    `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日${iso.slice(11, 16)}`,
  order: {
    handsOver: (count: number) => `现将下列 ${count} 件问题交你单位办理。`,
    byOne: (due: string) => `请于${due}前办结，`,
    byTable: (first: string, last: string) => `请按表列时限办结（最早${first}，最迟${last}），`,
    byPlan: "请制定整改计划并抓好落实，",
    report: "办结后通过平台反馈办理情况和整改后照片。",
    putOff: "确需延期的，应在时限届满前申请；不属于本单位职责的，请说明理由及时退回。",
  },
  notice: {
    asOf: (time: string, count: number) => `截至${time}，你单位尚有 ${count} 件问题未办结`,
    ofThem: "，其中",
    overdue: (count: number, days: number) =>
      `超期 ${count} 件${days > 0 ? `（最长 ${days} 天）` : ""}`,
    returned: (count: number) => `反复发生 ${count} 件`,
    reworked: (count: number) => `核查未通过退回返工 ${count} 件`,
    nowOrdered: "。现通知如下：",
    demandOverdue: (numbers: string, day: string) =>
      `超期问题（序号 ${numbers}）立即整改，于${day}下班前办结并反馈整改后照片。`,
    demandOthers: "未超期的问题按表列时限办结，不得再出现超期。",
    demandReturned: (numbers: string) =>
      `反复发生的问题（序号 ${numbers}）查清原因，落实长效管理措施，防止再次反弹。`,
    explain: (numbers: string, day: string) =>
      `两次以上超期的问题（序号 ${numbers}），于${day}前向指挥部作出书面说明，写明原因、责任人和整改措施。`,
    otherwise: "逾期仍未办结的，将予以通报。",
    unlisted: (count: number) => `本通知列出最紧急的部分，另有 ${count} 件见平台。`,
    counting: (index: number) => `${["一", "二", "三", "四", "五", "六"][index] ?? index + 1}、`,
  },
  columns: {
    number: "序号",
    id: "编号",
    category: "问题类别",
    place: "位置",
    description: "问题描述",
    due: "办理时限",
    again: "反复返工",
    photo: "照片",
  },
  unplaced: "（未定位）",
  noPlace: "位置未填写",
  noDescription: "—",
  noLimit: "无时限",
  hardDeduction: "硬扣分项",
  overdueBy: (days: number) => (days === 0 ? "超期不足1天" : `超期 ${days} 天`),
  overdueTimes: (times: number) => `第 ${times} 次超期`,
  returns: (count: number) => `反复 ${count} 次`,
  reworks: (count: number) => `返工 ${count} 次`,
  none: "—",
  noPhoto: "无照片",
  map: {
    title: "问题位置图",
    annex: "附图　问题位置图",
    see: "问题位置见附图。",
    numbers: "图中数字为表中序号",
    overdue: "超期",
    inTime: "未超期",
    north: "北",
    without: (numbers: string) => `未定位、图上没有的：序号 ${numbers}`,
  },
  scan: { order: "扫码查看本单", notice: "扫码查看交办单" } satisfies Record<
    OrderPaperKind,
    string
  >,
  continued: (number: string, title: string) => `${number}　${title}（续）`,
  page: (page: number, pages: number) => `第 ${page} 页　共 ${pages} 页`,
  pageParts: ["第 ", " 页　共 ", " 页"] as readonly [string, string, string],
  signedBy: "签发人：",
  handledBy: (name: string) => `经办：${name}`,
  seal: "（盖章）",
  receipt: "签收单位（盖章）：",
  receivedBy: "签收人：",
  receivedAt: "签收时间：　　　年　　月　　日　　时",
  separator: "、",
  range: "—",
  fileNames: {
    order: (number: string, unit: string) => `交办单-${number}-${unit}`,
    notice: (day: string, unit: string) => `督查通知书-${day}-${unit}`,
  } satisfies Record<OrderPaperKind, (number: string, unit: string) => string>,
};
export type OrderText = typeof orderZhCn;
