import type { AdLockProblem, ExtractProblem, PhotoProblem, ZoneProblem } from "../errors.ts";
import { caseWordsZhCn } from "./case-words-zh-cn.ts";
import { detailText, type MessageCatalogue } from "./message-catalogue.ts";
import { clip, sizeText } from "./printable.ts";
import { capabilities, roles, things, words } from "./zh-cn-words.ts";

const zoneProblemTexts: Readonly<Record<ZoneProblem, string>> = {
  "too-early": "生效日期不得早于上一次边界变更",
  "named-twice": "同一编号出现两次",
  "used-before": "编号曾被另一网格使用，请换一个从未用过的编号",
  "bad-position": "坐标应为经度、纬度",
  "too-few-corners": "边界至少要有三个不同的角点",
  "no-area": "没有图形",
  "self-intersection": "边界自相交",
  "hole-outside": "内环在外环之外",
  "rings-nested": "环相互嵌套",
  "parent-gone": "所属的上级网格将不再存在",
  "parent-level": "上级网格的层级应高于本网格",
};

const photoProblemTexts: Readonly<Record<PhotoProblem, (detail: string) => string>> = {
  empty: () => "没有收到照片内容；请重新选择照片",
  kind: (seems) =>
    `只接受 JPEG、PNG、WebP 照片${seems === "" ? "" : `，收到的是 ${seems} 文件`}；请换一张，或在手机相机设置中改用“兼容性最佳”格式`,
  damaged: () => "照片已损坏或不完整，无法打开；请重新拍摄或重新上传",
  pixels: (size) => `照片过大（${size} 像素），上限为 6000 万像素；请缩小后再上传`,
  slow: () => "照片上传或处理超时；请在信号较好处重试，或缩小后再上传",
};

const extractTexts: Readonly<Record<ExtractProblem, (detail: string) => string>> = {
  truncated: () => "文件在此中断，疑未下载完整；请重新下载或导出",
  "not-well-formed": (detail) =>
    `XML 格式有误${detail === "" ? "" : `（${detail}）`}；请重新导出，不要用文字处理软件改写`,
  "other-root": (detail) =>
    `根元素是 <${detail}>，应为 <osm> 或 <graphml>；请下载数据本身，而不是变更文件`,
  damaged: () => "数据块已损坏；请重新下载或导出",
  compression: (detail) =>
    `数据块以 ${detail} 压缩，本系统不能解开；请先用 osmium cat 转存为 .osm.pbf（zlib）`,
  history: () => "这是带历史版本的文件；请先用 osmium time-filter 取出当前数据",
  projected: (detail) => `坐标系是 ${detail}，应为经纬度（EPSG:4326）；请在投影之前导出`,
  unfinished: (detail) => `下载时服务器中途停止（${detail}），数据不全；请缩小范围后重新下载`,
  elsewhere: (detail) => `没有一个节点在网格范围之内，文件范围 ${detail}；请核对是不是本市的数据`,
  "no-road": (detail) =>
    `${detail} 条线中没有一条是道路（highway）；请按 highway 重新提取，并保留节点`,
};

const adLockTexts: Readonly<Record<AdLockProblem, string>> = {
  unknown: "不在本市候选点位之中，请核对编号",
  "both-ways": "既列为必设又列为不设，请只保留一项",
  blocked: "按设置标准不可设置，不能列为必设",
};

export const refusals: MessageCatalogue["refusals"] = {
  "unknown-parameter": ({ name, allowed }) =>
    `不认识参数 ${clip(name)}；可用参数：${allowed.join("、")}`,
  "repeated-parameter": ({ name }) => `参数 ${clip(name)} 重复；只能出现一次，多个值请用逗号分隔`,
  "bad-parameter": ({ name, value, expected }) =>
    `参数 ${clip(name)} 的值“${clip(value)}”无效，应为：${detailText(words, expected)}`,
  "unknown-category": ({ name, value, nearest }) =>
    `参数 ${clip(name)} 的类别“${clip(value)}”不在类别表中${nearText(nearest)}`,
  "unknown-value": ({ name, value, nearest }) =>
    `参数 ${clip(name)} 的值“${clip(value)}”不存在${nearText(nearest)}`,
  "bad-body": ({ path, problem }) => `提交内容有误：${clip(path) || "正文"} ${clip(problem, 200)}`,
  "body-not-json": ({ problem }) => `提交内容不是有效的 JSON：${clip(problem, 200)}`,
  "not-found": ({ what, id }) => `找不到${things[what] ?? clip(what)} ${clip(id)}；请核对编号`,
  "unknown-report": () => "编号或查询码不正确，请核对后重新输入",
  "answer-closed": ({ why, days }) =>
    ({
      "not-closed": "此件尚未办结，办结后再请您评价",
      "too-late": `评价已截止：请在办结后 ${days} 日内评价`,
      "not-asked": "此件不是群众反映件，不作满意度评价",
    })[why],
  "no-such-route": ({ path }) => `没有此接口：${clip(path)}；接口说明见 /api/docs`,
  "time-in-future": ({ name, value }) => `${clip(name)} 的时间“${clip(value)}”晚于当前时间`,
  "closed-before-reported": ({ closedAt, reportedAt }) =>
    `办结时间 ${clip(closedAt)} 早于上报时间 ${clip(reportedAt)}；请更正`,
  "wrong-state": ({ action, state }) => `当前状态“${clip(state)}”不能执行“${clip(action)}”`,
  "case-state": ({ act, why }) => `${caseWordsZhCn.acts[act]}：${caseWordsZhCn.refusals[why]}`,
  "case-barred": ({ act, why }) => `${caseWordsZhCn.acts[act]}：${caseWordsZhCn.refusals[why]}`,
  "case-input": ({ act, why }) => `${caseWordsZhCn.acts[act]}：${caseWordsZhCn.refusals[why]}`,
  "zone-findings": ({ count }) =>
    `这次调整会新增 ${count} 处网格缺口、重叠或越界，尚未保存；请先修正，或确认后保存`,
  "bad-zone-change": ({ id, problem, detail }) =>
    `网格 ${clip(id)}：${zoneProblemTexts[problem]}${detail === "" ? "" : `（${clip(detail)}）`}`,
  "stale-version": ({ sent, current }) =>
    `记录已被他人修改（提交版本 ${clip(sent)}，当前版本 ${current}）；请刷新后重试`,
  "version-required": ({ current }) =>
    `修改须带版本号（If-Match）；当前版本为 ${current}，请刷新后重试`,
  "reused-client-id": ({ clientId }) =>
    `clientId“${clip(clientId)}”已用于另一条内容不同的上报；请换用新的 clientId`,
  "position-off-map": ({ lng, lat }) => `位置 ${lng},${lat} 不在本市范围内；请重新选点`,
  "body-too-large": ({ limitBytes }) =>
    `提交内容过大，上限 ${sizeText(limitBytes)}；请压缩照片或分批提交`,
  "too-many-pages": ({ pages, most }) =>
    `共 ${pages} 页，一次最多 ${most} 页；请只选一类道路，或选小一级的网格`,
  "bad-photo": ({ problem, detail }) => photoProblemTexts[problem](clip(detail)),
  "unknown-photo": ({ file }) => `照片 ${clip(file)} 未上传，或上传已超过一天；请重新上传后再提交`,
  "photos-busy": () => "正在处理的照片较多，请稍候重试",
  "no-ad-rules": ({ isFileThere }) =>
    isFileThere
      ? "公益广告设置标准（ad-rules.json）无法读取，不能规划；请核对文件"
      : "本市数据包没有公益广告设置标准（ad-rules.json），不能规划；请先补充",
  "bad-ad-lock": ({ site, problem, detail }) =>
    `候选点位 ${clip(site)} ${adLockTexts[problem]}${detail === "" ? "" : `（${clip(detail)}）`}`,
  "ad-plans-busy": ({ most }) =>
    `等待规划的方案已满 ${most} 个；请等前面的完成，或取消不需要的方案`,
  "ad-plan-not-done": () => "该方案尚未算出；请等待完成，或选择其他方案",
  "version-taken": ({ version }) => `规则版本 ${version} 已存在；请为新规则换一个版本号`,
  "ad-plan-failed": ({ seconds }) =>
    `方案未能算出（限时 ${seconds} 秒）；请缩小范围或减少限定后重试，仍不成功请联系管理员`,
  "ad-plan-rejected": ({ faults }) =>
    `方案未通过独立校验，不予采用：${faults.map((fault) => clip(fault, 80)).join("；")}`,
  "unsupported-media-type": ({ sent, expected }) =>
    `不支持的内容类型“${clip(sent)}”；应为 ${expected}`,
  "cross-site": ({ origin }) => `不接受来自其他网站（${clip(origin)}）的操作；请在本平台页面上办理`,
  unauthorized: ({ isExpired }) => (isExpired ? "登录已失效，请重新登录" : "请先登录"),
  "api-key": ({ isInvalid }) =>
    isInvalid
      ? "api_key 无效或已撤销；请联系管理员重新生成"
      : "缺少 api_key；请向管理员申请接口密钥",
  "wrong-sign-in": () => "用户名或密码不正确",
  "wrong-password": () => "原口令不正确",
  "no-password": () => "此账号没有口令；需要用口令登录的，请联系管理员设置",
  "password-length": ({ min, max }) => `口令须为 ${min} 至 ${max} 个字符`,
  "account-name": ({ account }) =>
    `用户名“${clip(account)}”不可用；限 2 至 40 个汉字、字母、数字、点、横线、下划线，首字须为汉字、字母或数字`,
  "account-taken": ({ account }) => `用户名“${clip(account)}”已被使用`,
  "account-kept": ({ account, why }) =>
    why === "own"
      ? `不能删除自己的账号“${clip(account)}”，也不能更改自己的角色`
      : `“${clip(account)}”是最后一个管理员，须保留`,
  "not-allowed": ({ role, capability }) =>
    `当前账号（角色：${roles[role]}）没有“${capabilities[capability]}”的权限；请联系管理员`,
  "sign-on-taken": ({ name }) => `统一认证标识“${clip(name)}”已对应另一个账号；请核对`,
  "wrong-wall-token": () => "大屏授权码无效或已撤销；请联系管理员重新生成",
  "no-browser": () =>
    "服务器上没有浏览器，也没有大屏在线，不能截图；请打开一块大屏，或在服务器上安装 chromium 后重启",
  "no-wall-picture": () => "在线的大屏没有传回截图；请确认大屏正常显示后重试",
  "not-a-wall": ({ account }) => `“${clip(account)}”不是大屏账号；请另取名称`,
  "too-many-tries": ({ minutes }) => `尝试次数过多，请 ${minutes} 分钟后再试`,
  "read-only": ({ detail }) =>
    `暂时不能保存（${clip(detail, 200)}），查询不受影响；请通知管理员检查磁盘空间和写入权限`,
  "not-ready": ({ detail }) => `系统尚未就绪：${clip(detail, 200)}；请稍候重试`,
  "state-in-use": ({ folder, pid }) =>
    `数据目录 ${folder} 正被另一个进程（${pid}）使用；请先停止该进程，或用 STATE_DIR 另指目录`,
  "not-empty": ({ what }) =>
    `目标处已有数据（${clip(what)}），未作任何改动；请换用空目录或空数据库`,
  "copy-differs": ({ table }) =>
    `数据表 ${clip(table)} 两边不一致，目标处未作任何改动；请先用本版程序启动一次原有数据，再行复制`,
  "bad-backup": ({ file, problem }) => `备份 ${clip(file)} 不能使用：${clip(problem, 200)}`,
  "unreadable-file": ({ file, seems }) => `无法读取 ${file}：${detailText(words, seems)}`,
  "bad-extract": ({ file, at, problem, detail }) =>
    `无法读取 ${clip(file)}：${at === "" ? "" : `${clip(at)} `}${extractTexts[problem](clip(detail))}`,
  "column-missing": ({ file, field, column, columns }) =>
    `${clip(file)} 没有“${clip(column)}”列（${clip(field)} 要用）；文件中的列：${clip(columns.join("、"), 300)}`,
  "bad-mapping": ({ file, path, problem }) =>
    `映射 ${clip(file)} 有误：${clip(path) || "内容"} ${clip(problem, 200)}`,
  "sign-on-settings": ({ missing }) =>
    `统一身份认证的配置不完整，还缺环境变量 ${missing.join("、")}；请补全，或把 OIDC_ 开头的各项全部去掉`,
  usage: ({ command, problem }) => `命令 ${command} 用法有误：${clip(problem, 300)}`,
  internal: ({ requestId }) => `系统内部错误，已记录（请求号 ${requestId}）；请联系管理员`,
};

function nearText(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : `；相近的有 ${nearest.join("、")}`;
}
