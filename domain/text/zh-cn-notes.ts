import type { Note } from "../note.ts";
import { detailText, type MessageCatalogue } from "./message-catalogue.ts";
import { clip } from "./printable.ts";
import { positionText as position, words } from "./zh-cn-words.ts";

const expected = (note: Note) => detailText(words, note.detail) || "有效的值";
const datum = (note: Note) => detailText(words, note.detail) || "其他坐标系";
const value = (note: Note) => (note.value === undefined ? "（空）" : `“${clip(note.value)}”`);
const field = (note: Note) => (note.field === undefined ? "" : ` ${clip(note.field)} `);
const at = (note: Note) => (note.at ? `，位置 ${position(note.at)}` : "");
const near = (note: Note) => (note.at ? `在 ${position(note.at)} ` : "");
const area = (note: Note) =>
  note.areaM2 === undefined ? "" : ` ${Math.round(note.areaM2).toLocaleString("en-US")} 平方米`;
const rows = (note: Note) => (note.count && note.count > 1 ? `（共 ${note.count} 条）` : "");
const besides = (note: Note, lead: string) => (note.detail ? `，${lead} ${clip(note.detail)}` : "");
const times = (note: Note) =>
  note.detail && note.detail !== "1" ? `（共 ${note.detail} 处）` : "";
const done = (note: Note) =>
  note.used === undefined ? "该项未读入，请更正" : `已改用“${clip(note.used)}”，请核对`;

const since = (note: Note) => (note.used === undefined ? "" : `自 ${note.used} 起`);

export const notes: MessageCatalogue["notes"] = {
  "file-missing": {
    title: "缺少必需文件",
    sentence: () => "缺少该文件，未能读入；请补齐后重试",
  },
  "optional-file-missing": {
    title: "未提供可选文件",
    sentence: () => "未提供该文件（可选），相应内容为空",
  },
  "file-empty": {
    title: "文件为空",
    sentence: () => "文件中没有任何记录；请检查导出是否成功",
  },
  "file-not-json": {
    title: "不是有效的 JSON",
    sentence: (n) =>
      `不是有效的 JSON${n.detail ? `，第 ${n.detail.replace(":", " 行第 ")} 列附近` : ""}${
        n.value ? `：${value(n)}` : ""
      }，文件未读入；请用 JSON 检查工具修正`,
  },
  "file-seems-other": {
    title: "文件内容与扩展名不符",
    sentence: (n) => `文件${detailText(words, n.detail ?? "unreadable")}；未读入`,
  },
  "file-truncated": {
    title: "文件不完整",
    sentence: () => "文件在末尾中断，疑未传输完整；未读入，请重新传输",
  },
  "file-unreadable": {
    title: "文件无法读取",
    sentence: (n) => `无法读取：${detailText(words, n.detail ?? "unreadable")}；未读入`,
  },
  "file-too-large": {
    title: "文件过大",
    sentence: (n) =>
      `文件大小 ${n.value ?? "?"} MB，超过上限 ${n.detail ?? "?"} MB；未读入，请拆分`,
  },
  "file-not-used": {
    title: "文件未使用",
    sentence: (n) => `已采用 ${clip(n.detail ?? "同类文件")}，本文件未使用；请只保留其中一个`,
  },
  "not-a-number": {
    title: "JSON 中有 NaN 或 Infinity",
    sentence: (n) =>
      `JSON 中有 ${n.count ?? 1} 处 NaN 或 Infinity；已按空值读入，请在导出时改为 null`,
  },
  "not-a-collection": {
    title: "不是要素集",
    sentence: (n) => `内容是 ${n.value ?? "其他类型"} 而不是 FeatureCollection；已照常读入其中要素`,
  },
  "encoding-guessed": {
    title: "编码为推断",
    sentence: (n) => `不是 UTF-8，已按 ${n.detail ?? "GB18030"} 读入；请核对汉字，并另存为 UTF-8`,
  },
  "wrong-encoding": {
    title: "文字编码有误",
    sentence: (n) =>
      `字段${field(n)}有无法识别的文字 ${value(n)}；已按原样读入，请检查文件编码${rows(n)}`,
  },
  "unknown-column": {
    title: "不认识的字段",
    sentence: (n) => `不认识字段${field(n)}；未使用，其余照常读入`,
  },
  "column-missing": {
    title: "文件缺少列",
    sentence: (n) => `文件没有${value(n)}列，${field(n)}为空；请核对列名或修改映射`,
  },
  "field-guessed": {
    title: "字段为推断",
    sentence: (n) => `${n.field ?? "字段"} 取自${value(n)}（推断）；如不对，请用参数指定`,
  },
  "ragged-row": {
    title: "列数不符",
    sentence: (n) =>
      `本行有 ${n.value ?? "若干"} 列，表头有 ${n.detail ?? "若干"} 列；已按表头顺序读入，请核对逗号和引号`,
  },
  "row-unreadable": {
    title: "无法解析的行",
    sentence: (n) =>
      `无法解析${n.value === undefined ? "" : `：${value(n)}`}（引号未闭合，或不是有效的 JSON）；未读入，请更正`,
  },
  "text-shortened": {
    title: "文字过长",
    sentence: (n) => `字段${field(n)}过长；只保留前 ${n.detail ?? "若干"} 个字，请核对`,
  },
  "bad-field": {
    title: "字段值无效",
    sentence: (n) => `字段${field(n)}的值 ${value(n)} 无效，应为：${expected(n)}；${done(n)}`,
  },
  "missing-field": {
    title: "缺少必填字段",
    sentence: (n) =>
      `缺少必填字段${field(n)}${n.detail ? `（${detailText(words, n.detail)}）` : ""}；${done(n)}`,
  },
  "ignored-field": {
    title: "字段已忽略",
    sentence: (n) =>
      `字段${field(n)}的值 ${value(n)} 无效，应为：${expected(n)}；已忽略该字段，其余照常读入`,
  },
  "duplicate-id": {
    title: "编号重复",
    sentence: (n) =>
      `编号 ${value(n)} 重复${n.detail ? `（先见于第 ${n.detail} 条）` : ""}；保留先出现的一条，本条未读入，请改用不同编号`,
  },
  "unknown-reference": {
    title: "引用不存在",
    sentence: (n) => `字段${field(n)}引用的 ${value(n)} 不存在；本条未读入，请更正编号或补录`,
  },
  "reference-dropped": {
    title: "引用已去掉",
    sentence: (n) =>
      `字段${field(n)}引用的 ${value(n)} 无效：${expected(n)}；本条照常读入但不带该引用，请更正`,
  },
  "unknown-category": {
    title: "类别不在类别表中",
    sentence: (n) =>
      `类别 ${value(n)} 不在类别表中${besides(n, "相近的有")}；本条未读入，请更正代码、补充类别或在映射中指定${rows(n)}`,
  },
  "unknown-source": {
    title: "来源未登记",
    sentence: (n) =>
      `来源 ${value(n)} 未登记；本条未读入，请在数据包 sources 或映射中补充${rows(n)}`,
  },
  "unknown-state": {
    title: "状态不认识",
    sentence: (n) => `状态 ${value(n)} 不认识；已按办结时间判定状态，请在映射中补充${rows(n)}`,
  },
  "geometry-missing": {
    title: "没有图形",
    sentence: () => "没有图形（geometry 为空）；未读入，请补绘",
  },
  "geometry-wrong-type": {
    title: "图形类型不符",
    sentence: (n) => `图形类型为 ${value(n)}，应为 ${n.detail ?? "其他类型"}；未读入，请转换类型`,
  },
  "ring-not-closed": {
    title: "边界未闭合",
    sentence: (n) => `边界首尾不闭合${at(n)}；已自动闭合，请核对`,
  },
  "ring-too-short": {
    title: "边界点数不足",
    sentence: (n) => `边界不足三个不同的点，围不成面${at(n)}；未读入，请重新绘制`,
  },
  "hole-too-short": {
    title: "孔洞点数不足",
    sentence: (n) => `孔洞不足三个不同的点，围不成面${at(n)}；已去掉该孔洞，请核对`,
  },
  "line-too-short": {
    title: "线的点数不足",
    sentence: (n) => `线不足两个不同的点${at(n)}；未读入，请重新绘制`,
  },
  "repeated-vertex": {
    title: "顶点重复",
    sentence: (n) => `有 ${n.detail ?? "若干"} 个连续重复的顶点${at(n)}；已去掉重复点`,
  },
  "self-intersection": {
    title: "边界自相交",
    sentence: (n) => `边界${near(n)}自相交${times(n)}；已按原样读入，请在制图软件中修正`,
  },
  "hole-outside": {
    title: "孔洞在边界之外",
    sentence: (n) => `孔洞不在外边界之内${at(n)}；已按原样读入，请在制图软件中修正`,
  },
  "rings-nested": {
    title: "图形部分重叠套叠",
    sentence: (n) => `同一图形的两个部分或孔洞互相套叠${at(n)}，面积会算错；已按原样读入，请修正`,
  },
  "coordinate-out-of-range": {
    title: "坐标超出范围",
    sentence: (n) =>
      `坐标 ${value(n)} 不是有效的经纬度；未采用，请检查是否为投影坐标（米）或数据缺失`,
  },
  "swapped-axes": {
    title: "疑经纬度颠倒",
    sentence: (n) =>
      `坐标 ${value(n)} 疑经纬度颠倒，对调后才落在城市范围内；未采用，请按“经度，纬度”重新导出`,
  },
  "outside-bounds": {
    title: "超出城市范围",
    sentence: (n) => `超出城市范围${at(n)}；已按原样读入，请核对坐标系和 pack.json 的 bounds`,
  },
  "zone-gap": {
    title: "网格之间有空隙",
    sentence: (n) =>
      `${n.id === undefined ? "同级网格之间" : "范围内"}有${area(n)}不属于任何网格${besides(n, "邻近")}${at(n)}；请修改边界，消除空隙`,
  },
  "zone-overlap": {
    title: "网格互相重叠",
    sentence: (n) =>
      `与 ${clip(n.detail ?? "另一网格")} 重叠${area(n)}${at(n)}；请明确归属并修改边界`,
  },
  "zone-outside-parent": {
    title: "超出上级范围",
    sentence: (n) => `有${area(n)}超出上级 ${clip(n.detail ?? "网格")}${at(n)}；请修改边界或上级`,
  },
  "topology-not-checked": {
    title: "拓扑未检查",
    sentence: (n) =>
      `${clip(n.detail ?? "部分网格")} 边界过于复杂，未检查空隙与重叠；请先修正图形后重新检查`,
  },
  "datum-converted": {
    title: "坐标系已转换",
    sentence: (n) =>
      n.detail === "cgcs2000"
        ? `坐标系 CGCS2000 与 WGS 84 仅差厘米级，按 WGS 84 读入${rows(n)}`
        : `坐标已由${datum(n)}转换为 WGS 84${rows(n)}`,
  },
  "crs-disagrees": {
    title: "坐标系声明不一致",
    sentence: (n) =>
      `文件内声明坐标系为 ${value(n)}，与 pack.json 的 ${datum(n)} 不一致；以 pack.json 为准，请核对`,
  },
  "height-dropped": {
    title: "高程已去掉",
    sentence: (n) => `坐标带有高程或更多维度；只取经纬度${rows(n)}`,
  },
  "class-unknown": {
    title: "道路等级不明",
    sentence: () => "道路没有 class 也没有 highway；等级记为 none，请补填",
  },
  "road-kind-left-out": {
    title: "不作道路的线",
    sentence: (n) => `highway=${clip(n.value ?? "")} 不属于道路；未读入${rows(n)}`,
  },
  "road-elsewhere": {
    title: "城市以外的道路",
    sentence: (n) => `不在网格范围及其周边；未读入${rows(n)}`,
  },
  "road-cut": {
    title: "道路缺节点",
    sentence: (n) =>
      `文件中没有节点 ${value(n)}${times(n)}；${
        n.used === "nothing" ? "道路不成线，未读入" : "道路在该处断开，其余照常读入"
      }；可请提供方按完整道路重新截取`,
  },
  "two-way-once": {
    title: "双向道路合并",
    sentence: (n) => `双向道路在有向图中往返各一条；只读入一条${rows(n)}`,
  },
  "list-shortened": {
    title: "多个值只取第一个",
    sentence: (n) => `字段${field(n)}有多个值 ${value(n)}；已取“${clip(n.used ?? "")}”，请核对`,
  },
  "no-position": {
    title: "没有位置",
    sentence: (n) => `没有坐标；已列入待定位${rows(n)}`,
  },
  "impossible-position": {
    title: "位置不可信",
    sentence: (n) =>
      `坐标 ${value(n)} 不可信${n.detail ? `（${detailText(words, n.detail)}）` : ""}；已列入待定位，请人工核定位置${rows(n)}`,
  },
  "axes-maybe-swapped": {
    title: "疑经纬度写反",
    sentence: (n) =>
      `坐标 ${value(n)} 疑经纬度写反，对调后才在城市范围内；已列入待定位，请核对映射的 position${rows(n)}`,
  },
  "suspicious-stack": {
    title: "多个地址同一坐标",
    sentence: (n) =>
      `坐标 ${n.at ? position(n.at) : value(n)} 上有 ${n.detail ?? "多个"} 个不同地址，疑为默认坐标；不计入反复${rows(n)}`,
  },
  "closed-before-reported": {
    title: "办结早于上报",
    sentence: (n) =>
      `办结时间 ${value(n)} 早于上报时间；已按原样读入，统计时按上报时间计${rows(n)}`,
  },
  "due-before-reported": {
    title: "期限早于上报",
    sentence: (n) => `办理期限 ${value(n)} 早于上报时间；已按原样读入，请核对${rows(n)}`,
  },
  "time-in-future": {
    title: "时间在未来",
    sentence: (n) =>
      `字段${field(n)}的时间 ${value(n)} 晚于当前时间；已按原样读入，请核对时区${rows(n)}`,
  },
  "time-ambiguous": {
    title: "时间有两种读法",
    sentence: (n) => `时间 ${value(n)} 在夏令时切换时有歧义或不存在；已取较早的一种${rows(n)}`,
  },
  "state-disagrees": {
    title: "状态与办结时间不符",
    sentence: (n) => `状态 ${value(n)} 与办结时间不符；以办结时间为准${rows(n)}`,
  },
  "row-repeated": {
    title: "重复记录",
    sentence: (n) => `与已有记录完全相同；未重复录入${rows(n)}`,
  },
  "row-updated": {
    title: "记录已更新",
    sentence: (n) => `编号已存在且内容有变；已更新为新内容${rows(n)}`,
  },
  "categories-added": {
    title: "已补充类别",
    sentence: (n) => `已按映射补充类别 ${value(n)}${rows(n)}`,
  },
  "sources-added": {
    title: "已补充来源",
    sentence: (n) => `已按映射补充来源 ${value(n)}${rows(n)}`,
  },
  "duty-ends-before-start": {
    title: "责任止期早于起期",
    sentence: (n) =>
      `责任止期 to ${value(n)} 不晚于起期 from ${n.detail ?? ""}；未读入，请更正（from 含当日，to 不含当日）`,
  },
  "zone-without-lead": {
    title: "片区无人挂片",
    sentence: (n) => `${value(n)}${since(n)}没有挂片领导；请任命`,
  },
  "section-without-chief": {
    title: "路段无路段长",
    sentence: (n) => `${value(n)}${since(n)}没有路段长${at(n)}；请任命`,
  },
  "duty-gap": {
    title: "责任交接出现空档",
    sentence: (n) => `${value(n)}${besides(n, "期间")}无人负责；请补登任职时间或任命接任者`,
  },
  "duty-overlap": {
    title: "责任任期重叠",
    sentence: (n) => `${value(n)}${besides(n, "期间")}任期重叠；请更正前任的止期或后任的起期`,
  },
};
