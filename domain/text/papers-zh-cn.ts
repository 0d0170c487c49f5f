/** What stands on printed boards and maps. */
export const papersZhCn = {
  sign: {
    cityLine: (city: string) => `${city} 文明城市创建 网格化管理`,
    titles: {
      section: "路段长公示牌",
      zone: "片区责任公示牌",
      community: "社区网格公示牌",
      cell: "单元网格公示牌",
    },
    unnamedRoad: "未命名道路",
    number: (id: string) => `编号 ${id}`,
    ends: { junction: "岔路口", continues: "本路续段", "dead-end": "尽端" },
    length: (metres: number) =>
      metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`,
    area: (m2: number) =>
      m2 < 100_000 ? `${(m2 / 10_000).toFixed(2)} 公顷` : `${(m2 / 1e6).toFixed(2)} km²`,
    holds: (communities: number, cells: number, sections: number) =>
      [
        communities > 0 ? `${communities} 个社区` : "",
        cells > 0 ? `${cells} 个单元网格` : "",
        `${sections} 个路段`,
      ]
        .filter((part) => part !== "")
        .join("、"),
    nobody: "待明确",
    separator: "、",
    andMore: (count: number) => `等 ${count} 个`,
    workers: (count: number) => `${count} 人`,
    phone: "监督电话",
    noPhone: (line: string) => `请拨 ${line}`,
    duties: "职责",
    responsibilities: {
      section: [
        "每日巡查路面、绿地和公共设施",
        "制止占道经营、乱停乱放、乱贴乱挂",
        "反复出现的问题查清原因，盯到底",
        "维护公益广告完好、清晰、足量",
        "群众反映的问题按时办结并回复",
      ],
      zone: [
        "统筹本片区文明创建和日常管理",
        "协调街道、部门和挂点单位解决难题",
        "反复出现的问题查清原因，盯到底",
        "督办超期问题，做到件件有着落",
        "群众反映的问题按时办结并回复",
      ],
    },
    mapCaption: { section: "粗线为本路段", zone: "粗线内为本片区" },
    scan: { section: "扫码反映本路段问题", zone: "扫码反映本片区问题" },
    scanDetail: {
      section: "自动带上路段编号，填写情况即可上报",
      zone: "自动带上片区编号，填写情况即可上报",
    },
    call: (line: string) => `也可拨打 ${line}`,
    fileName: (name: string, id: string, size: string) => `公示牌-${name}-${id}-${size}.pdf`,
    batchName: (zone: string, size: string) => `公示牌-${zone}-整片-${size}.pdf`,
  },
  roles: {
    "zone-lead": "挂片领导",
    "section-chief": "路段长",
    "river-chief": "河长",
    "partner-unit": "挂点单位",
    "sub-headquarters": "分指挥部",
    "implementing-unit": "实施主体",
    "grid-worker": "网格员",
  },
  classes: {
    arterial: "主干道",
    secondary: "次干道",
    branch: "支路",
    lane: "背街小巷",
    none: "其他道路",
  },
  north: "北",
  demo: "演示数据",
};

export type PapersText = typeof papersZhCn;
