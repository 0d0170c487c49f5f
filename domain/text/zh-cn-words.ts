import type { AccountRole, Capability } from "../account.ts";
import type { LngLat } from "../spatial/lng-lat.ts";
import type { MessageCatalogue } from "./message-catalogue.ts";

export const datums: MessageCatalogue["datums"] = {
  wgs84: "WGS 84",
  cgcs2000: "国家大地坐标系 CGCS2000",
  gcj02: "火星坐标系 GCJ-02",
  bd09: "百度坐标系 BD-09",
};

export const fileKinds: MessageCatalogue["fileKinds"] = {
  missing: "不存在，请核对名称和所在目录",
  "not-a-folder": "不是目录，请指定城市数据包所在的目录",
  folder: "是目录而不是文件",
  "no-permission": "没有读取权限，请检查文件权限",
  unreadable: "磁盘读取失败，请检查存储设备",
  empty: "文件是空的，请检查导出是否成功",
  "too-large": "文件过大，请拆分后再试",
  truncated: "文件不完整，末尾被截断，请重新传输",
  "truncated-gzip": "压缩文件不完整，请重新传输",
  damaged: "文件已损坏（校验不符），请重新传输",
  "not-json": "不是有效的 JSON，请用 JSON 检查工具修正",
  "not-a-pack": "不是城市数据包的说明文件",
  "not-a-feature-list": "不是 GeoJSON 要素集（FeatureCollection）",
  "no-usable-line": "没有一条可用的道路线",
  "no-usable-zone": "没有一个可用的网格片区",
  gzip: "看起来是 gzip 压缩文件，请先解压",
  zip: "看起来是 zip 压缩文件，请先解压",
  xlsx: "看起来是 Excel 工作簿",
  xls: "看起来是旧版 Excel（.xls）或加密的工作簿，请另存为不加密的 .xlsx",
  html: "看起来是网页（HTML），下载时可能未登录或链接已失效",
  xml: "看起来是 XML（如 KML、GML），请先转换为 GeoJSON",
  "osm-xml": "看起来是 OSM 道路数据（XML），请在 init 命令的 --roads 中使用",
  "osm-pbf": "看起来是 OSM 道路数据（PBF），请在 init 命令的 --roads 中使用",
  graphml: "看起来是 GraphML 路网，请在 init 命令的 --roads 中使用",
  "git-lfs-pointer": "看起来是 Git LFS 指针而不是数据本身，请先执行 git lfs pull",
  geopackage: "看起来是 GeoPackage 或 SQLite 数据库，请先导出为 GeoJSON",
  shapefile: "看起来是 Shapefile，请先转换为 GeoJSON",
  topojson: "看起来是 TopoJSON，请先转换为 GeoJSON",
  "esri-json": "看起来是 Esri JSON，请先导出为 GeoJSON",
  geojsonl: "看起来是逐行的 GeoJSON，请合并为一个 FeatureCollection",
  image: "看起来是图片",
  pdf: "看起来是 PDF 文档",
  binary: "看起来是二进制文件",
  json: "看起来是 JSON",
  table: "看起来是 CSV 表格",
  text: "看起来是普通文本",
};

export const expectations: MessageCatalogue["expectations"] = {
  text: "文本",
  number: "数字",
  integer: "整数",
  boolean: "true 或 false",
  list: "列表",
  object: "对象",
  length: "字数",
  items: "项数",
  "one-of": "下列之一：",
  "no-control-characters": "不含控制字符",
  "safe-integer": "不超过 2⁵³ 的整数（更长的编号请写成文本）",
  date: "日期 YYYY-MM-DD 或带时区的 ISO 8601 时间",
  "scope-type:scope-id": "“范围类型：编号”，例如 zone:Z03",
  "person-or-unit": "person 或 unitId 至少填一项",
  "lower case letters, digits and -": "小写字母、数字和连字符",
  "not an IANA time zone, e.g. Asia/Shanghai": "IANA 时区名，例如 Asia/Shanghai",
  "a category code is E or P and two digits a level, e.g. E0504":
    "类别代码为 E 或 P 加每级两位数字，例如 E0504",
  "west < east, south < north": "西 < 东、南 < 北，单位为度",
  unknown: "不存在",
  unique: "不重复的值",
  "wrong-level": "上级的层级应高于本级",
  cycle: "上下级成环",
  "photo-file": "photos/ 之下的相对路径",
  "closing-order": "先办结、后重开，依次交替",
  "zero-position": "经纬度为 0",
  "out-of-range": "超出经纬度范围",
  "far-outside": "距城市范围 50 公里以上",
  "not-a-number": "不是数字",
  "not-a-point": "不是点",
};

/** Roles and what they may do, as a refusal names them. */
export const roles: Readonly<Record<AccountRole, string>> = {
  admin: "管理员",
  operator: "创建办",
  inspector: "督查员",
  unit: "责任单位",
  leader: "领导",
  planner: "广告规划",
  screen: "大屏",
  public: "公众",
};

export const capabilities: Readonly<Record<Capability, string>> = {
  see: "查看数据",
  report: "上报问题",
  urge: "督办",
  act: "办理案卷",
  handle: "办理问题",
  decide: "审定建议和测算参数",
  register: "变更责任和网格边界",
  export: "导出数据",
  "plan-ads": "规划公益广告点位",
  "register-ads": "登记公益广告",
  show: "作为大屏展示",
  steer: "操控大屏",
  administer: "系统管理",
};

/** Words for `what` of a "not-found" refusal. */
export const things: Readonly<Record<string, string>> = {
  scene: "场景",
  jurisdiction: "辖区标识",
  problem: "问题",
  zone: "网格",
  section: "路段",
  sign: "路段或网格",
  place: "点位",
  duty: "责任",
  unit: "单位",
  person: "责任人",
  photo: "照片",
  account: "账号",
  plan: "方案",
  road: "道路",
  site: "候选点",
  ad: "公益广告",
  pack: "城市数据包",
  order: "交办单",
  "open-problems": "待整改的问题，单位",
  alert: "预警",
  snapshot: "大屏截图",
};

export const words = { fileKinds, datums, expectations };

export function positionText([lng, lat]: LngLat): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}
