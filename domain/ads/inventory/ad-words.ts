import { type AdProperties, adStates } from "../ad.ts";

/** 载体 that cities speak of; a city may have others, which are kept as they are written. */
export const adCarriers = [
  "lamp",
  "bus-shelter",
  "bulletin-board",
  "mural",
  "landscape",
  "screen",
  "light-box",
  "hoarding",
  "billboard",
  "banner",
  "box",
] as const;
export type AdCarrier = (typeof adCarriers)[number];

/** 主题 likewise. */
export const adThemes = [
  "values",
  "civility",
  "minors",
  "health",
  "honesty",
  "volunteers",
  "frugality",
  "environment",
  "traffic",
  "heritage",
  "law",
  "sports",
] as const;
export type AdTheme = (typeof adThemes)[number];

export type AdState = AdProperties["state"];

/** How offices write what stands in a table; the first of each is how it is shown. */
const carrierWords: Readonly<Record<AdCarrier, string>> = {
  lamp: "灯杆道旗 路灯杆 灯杆 路灯 道旗 灯杆旗 灯杆广告 灯杆灯箱 路灯杆道旗 电杆 电线杆",
  "bus-shelter": "公交候车亭 候车亭 公交站亭 公交站 公交站台 公交站牌 站亭 公交亭",
  "bulletin-board": "宣传栏 公告栏 阅报栏 橱窗 宣传橱窗 告示栏 宣传牌 展板 公示栏",
  mural: "文化墙 墙绘 墙体 墙面 墙体彩绘 彩绘 墙画 围墙 墙体广告",
  landscape: "景观小品 小品 景观 雕塑 花坛 立体花坛 绿雕 遮挡式小品 造型",
  screen: "电子屏 LED屏 LED LED显示屏 LED大屏 显示屏 大屏 电子显示屏 户外大屏 滚动屏",
  "light-box": "灯箱 灯箱广告 立式灯箱 滚动灯箱",
  hoarding: "工地围挡 围挡 施工围挡 建筑围挡 围挡广告",
  billboard: "广告牌 立柱广告 立柱 单立柱 高炮 擎天柱 大牌 户外广告牌 跨路广告",
  box: "箱体美化 箱体 配电箱 变电箱 电力箱 通信箱 交接箱",
  banner: "横幅 条幅 布幔 标语",
};

const themeWords: Readonly<Record<AdTheme, string>> = {
  values: "核心价值观 社会主义核心价值观 价值观 中国梦 我的中国梦",
  civility:
    "文明风尚 讲文明树新风 讲文明、树新风 文明礼仪 文明 文明新风 文明城市 市民公约 创文 移风易俗",
  minors: "关爱未成年人 未成年人 未成年人思想道德建设 关心下一代 青少年",
  health: "健康生活 健康 爱国卫生 卫生健康 卫生 健康教育 控烟 禁烟",
  honesty: "诚实守信 诚信 诚信建设 诚信经营",
  volunteers: "志愿服务 志愿者 志愿 学雷锋 雷锋精神 学雷锋志愿服务",
  frugality: "勤俭节约 节约 光盘行动 制止餐饮浪费 文明餐桌 反对浪费 节水节电 节约用水",
  environment: "生态环保 环保 生态文明 垃圾分类 绿色生活 环境保护 低碳",
  traffic: "文明交通 交通安全 交通 文明出行 礼让斑马线",
  heritage: "传统文化 传统节日 中华优秀传统文化 我们的节日 家风 家风家训 孝老爱亲 孝敬",
  law: "法治 法治宣传 普法 法制 平安建设 禁毒 反诈 扫黑除恶",
  sports: "全民健身 体育 健身 运动",
};

const stateWords: Readonly<Record<AdState, string>> = {
  ok: "完好 良好 正常 完整 无损 好 无破损 未破损 未见破损 完好无损 较好 整洁 清晰 在用 有效 合格",
  minor:
    "轻微破损 轻度破损 轻微 轻微损坏 轻微污损 略有破损 局部破损 部分破损 一般 边角破损 轻微褪色",
  damaged:
    "破损 损坏 严重破损 损毁 残缺 污损 毁坏 破旧 脱落 倾斜 倒伏 缺损 破碎 差 严重损坏 不合格",
  faded: "褪色 掉色 退色 陈旧 老化 严重褪色 字迹模糊 模糊 画面陈旧 发白",
  removed: "已拆除 拆除 已拆 撤除 已撤除 已撤 灭失 缺失 丢失 已移除 不存在 已取消",
};

/** Folded word to code, the codes themselves included. */
export type AdWords = ReadonlyMap<string, string>;

function tableOf<C extends string>(
  words: Readonly<Record<C, string>>,
  codes: readonly C[],
): AdWords {
  return new Map(
    codes.flatMap((code) => [code, ...words[code].split(" ")].map((word) => [fold(word), code])),
  );
}

export const adWords = {
  carrier: tableOf(carrierWords, adCarriers),
  theme: tableOf(themeWords, adThemes),
  state: tableOf(stateWords, adStates),
} as const satisfies Record<string, AdWords>;
export type AdWordField = keyof typeof adWords;

/** Width, case, white space and brackets make no difference to a word. */
export function fold(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s"'“”‘’「」()]+/g, "")
    .replace(/(类|型|主题|状态)$/, "");
}

/** The code of a word; null where nobody said what it stands for. `own`: what a mapping says, which comes first. */
export function codeOfWord(
  field: AdWordField,
  word: string,
  own: Readonly<Record<string, string>> = {},
): string | null {
  const folded = fold(word);
  for (const [said, code] of Object.entries(own)) if (fold(said) === folded) return code;
  return adWords[field].get(folded) ?? null;
}
